// RUN: %check %s --model=%S/../../Inputs/Dock.yaml joinery-join-before-stop
// Stops, channels and joins of a library that only the user's model describes.

#include "Dock.h"

void patrol();
void lend(dock::Whistle &Stop);

// Reports

void blownTooLate() {
  dock::Whistle Stop;
  dock::Crew Guard([&Stop] {
    while (!Stop.blown())
      patrol();
  });
  Guard.gather();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  Stop.blow();
}

void neverBlown() {
  dock::Whistle Stop;
  dock::Shift Guard([&Stop] {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
    while (!Stop.blown())
      patrol();
  });
}

void shutTooLate() {
  dock::Berth<int> Calls(4);
  dock::Crew Guard([&Calls] {
    int Call;
    while (Calls.take(Call))
      patrol();
  });
  Calls.put(1);
  Guard.gather();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  Calls.shut();
}

class Watch {
public:
  Watch() : Guard([this] {
    while (!Stop.blown())
      patrol();
  }) {}
  ~Watch() {
    Guard.gather();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
    Stop.blow();
  }

private:
  dock::Whistle Stop;
  dock::Crew Guard;
};

// Stays silent

void blown() {
  dock::Whistle Stop;
  dock::Crew Guard([&Stop] {
    while (!Stop.blown())
      patrol();
  });
  Stop.blow();
  Guard.gather();
}

void shut() {
  dock::Berth<int> Calls(4);
  dock::Crew Guard([&Calls] {
    int Call;
    while (Calls.take(Call))
      patrol();
  });
  Calls.put(1);
  Calls.shut();
  Guard.gather();
}

void lent() {
  dock::Whistle Stop;
  lend(Stop);
  dock::Crew Guard([&Stop] {
    while (!Stop.blown())
      patrol();
  });
  Guard.gather();
}

void ofACaller(dock::Whistle &Stop) {
  dock::Shift Guard([&Stop] {
    while (!Stop.blown())
      patrol();
  });
}

void blownByAnother() {
  dock::Whistle Stop;
  dock::Crew Guard([&Stop] {
    while (!Stop.blown())
      patrol();
  });
  dock::Crew Captain([&Stop] { Stop.blow(); });
  Guard.gather();
  Captain.gather();
}

void endsByItself() {
  dock::Whistle Stop;
  dock::Shift Guard([&Stop] {
    for (int Round = 0; Round < 3 && !Stop.blown(); ++Round)
      patrol();
  });
}

class OrderlyWatch {
public:
  OrderlyWatch() : Guard([this] {
    while (!Stop.blown())
      patrol();
  }) {}
  ~OrderlyWatch() {
    Stop.blow();
    Guard.gather();
  }

private:
  dock::Whistle Stop;
  dock::Crew Guard;
};
