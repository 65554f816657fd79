// RUN: %check %s --model=%S/../../Inputs/Dock.yaml joinery-channel-close
// Channels of a library that only the user's model describes, whose second
// close is an error.

#include "Dock.h"

bool full();
void unload(int Crate);

// Reports

void twice(dock::Berth<int> &Crates) {
  Crates.put(1);
  Crates.shut();
  Crates.shut();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Crates' is closed a second time, {{.*}} [joinery-channel-close]
}

void onOnePath(dock::Berth<int> &Crates) {
  if (full())
    Crates.shut();
  Crates.shut();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
}

void putAfterwards(dock::Berth<int> &Crates) {
  Crates.shut();
  Crates.put(1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
}

void oneOfSeveral() {
  dock::Berth<int> Crates(8);
  dock::Shift First([&Crates] {
    Crates.put(1);
    Crates.shut();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
  });
  dock::Shift Second([&Crates] { Crates.put(2); });
}

// Stays silent

void once(dock::Berth<int> &Crates) {
  Crates.put(1);
  Crates.shut();
}

void oneOfTwoPaths(dock::Berth<int> &Crates) {
  if (full()) {
    Crates.shut();
    return;
  }
  Crates.put(1);
  Crates.shut();
}

void two(dock::Berth<int> &Crates, dock::Berth<int> &Barrels) {
  Crates.shut();
  Barrels.put(1);
  Barrels.shut();
}

void eachRound() {
  for (int Ship = 0; Ship < 3; ++Ship) {
    dock::Berth<int> Crates(4);
    Crates.put(Ship);
    Crates.shut();
  }
}

void timedAfterwards(dock::Berth<int> &Crates) {
  Crates.shut();
  if (Crates.offer(1, 10))
    unload(1);
}

void theOnlySender() {
  dock::Berth<int> Crates(8);
  dock::Shift Loading([&Crates] {
    Crates.put(1);
    Crates.shut();
  });
  int Crate;
  while (Crates.take(Crate))
    unload(Crate);
}

void theOwner() {
  dock::Berth<int> Crates(8);
  dock::Shift Unloading([&Crates] {
    int Crate;
    while (Crates.take(Crate))
      unload(Crate);
  });
  Crates.put(1);
  Crates.shut();
}
