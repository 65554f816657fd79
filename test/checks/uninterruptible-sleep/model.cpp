// RUN: %check %s --model=%S/../../Inputs/Dock.yaml joinery-uninterruptible-sleep
// Sleeps and stops of a library that only the user's model describes.

#include "Dock.h"

void patrol();

// Reports

void longRest(dock::Whistle &Stop) {
  dock::Shift Guard([&Stop] {
    while (!Stop.blown()) {
      patrol();
      dock::rest(2000);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
    }
  });
}

void restAsLongAsAsked(dock::Whistle &Stop, int Milliseconds) {
  dock::hire([&Stop, Milliseconds] {
    while (!Stop.blown()) {
      patrol();
      dock::rest(Milliseconds);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
    }
  });
}

// Stays silent

void shortRest(dock::Whistle &Stop) {
  dock::Shift Guard([&Stop] {
    while (!Stop.blown()) {
      patrol();
      dock::rest(20);
    }
  });
}

void timedReceive(dock::Berth<int> &Calls, dock::Whistle &Stop) {
  dock::Shift Guard([&Calls, &Stop] {
    int Call;
    while (!Stop.blown()) {
      patrol();
      Calls.takeWithin(Call, 2000);
    }
  });
}

void noStop() {
  dock::Shift Guard([] {
    for (int Round = 0; Round < 3; ++Round) {
      patrol();
      dock::rest(2000);
    }
  });
}

void afterTheLoop(dock::Whistle &Stop) {
  dock::Shift Guard([&Stop] {
    while (!Stop.blown())
      patrol();
    dock::rest(2000);
  });
}

void noTask(dock::Whistle &Stop) {
  while (!Stop.blown())
    dock::rest(2000);
}
