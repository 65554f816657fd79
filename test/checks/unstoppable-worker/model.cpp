// RUN: %check %s --model=%S/../../Inputs/Dock.yaml joinery-unstoppable-worker
// Loops of tasks of a library that only the user's model describes.

#include "Dock.h"

void patrol();

// Reports

void forEver() {
  dock::Crew Guard([] {
    while (true) {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      patrol();
      dock::rest(50);
    }
  });
  Guard.gather();
}

void hired() {
  dock::hire([] {
    for (;;)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      patrol();
  });
}

void ignoresTheEnd(dock::Berth<int> &Calls) {
  dock::Shift Guard([&Calls] {
    int Call;
    while (true) {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      Calls.take(Call);
      patrol();
    }
  });
}

// Stays silent

void untilTheWhistle(dock::Whistle &Stop) {
  dock::Shift Guard([&Stop] {
    while (!Stop.blown())
      patrol();
  });
}

void leavesAtTheWhistle(dock::Whistle &Stop) {
  dock::hire([&Stop] {
    for (;;) {
      if (Stop.blown())
        return;
      patrol();
    }
  });
}

void untilShut(dock::Berth<int> &Calls) {
  dock::Shift Guard([&Calls] {
    int Call;
    while (Calls.take(Call))
      patrol();
  });
}

void untilRefused(dock::Berth<int> &Calls) {
  dock::Shift Guard([&Calls] {
    int Call;
    while (true) {
      if (!Calls.take(Call))
        break;
      patrol();
    }
  });
}

void threeTimes() {
  dock::Shift Guard([] {
    for (int Round = 0; Round < 3; ++Round)
      patrol();
  });
}

void noTask() {
  while (true)
    patrol();
}
