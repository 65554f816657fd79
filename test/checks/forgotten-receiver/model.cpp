// RUN: %check %s --model=%S/../../Inputs/Dock.yaml joinery-forgotten-receiver
// Receives and waits of a library that only the user's model describes.

#include "Dock.h"

void unload(int Crate);
bool bulky(int Crate);
void lend(dock::Berth<int> &Crates);

// Reports

void nobodyPuts() {
  dock::Berth<int> Crates(4);
  dock::Shift Unloading([&Crates] {
    int Crate;
    Crates.take(Crate);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
  });
}

void nobodyShuts() {
  dock::Berth<int> Crates(4);
  dock::Shift Unloading([&Crates] {
    int Crate;
    while (Crates.take(Crate))
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
      unload(Crate);
  });
  Crates.put(1);
}

void nobodyRings() {
  dock::Bell Ready(1);
  Ready.listen();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
}

void nobodySettles() {
  dock::Tally Crates;
  Crates.up();
  Crates.settle();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
}

// Stays silent

void shut() {
  dock::Berth<int> Crates(4);
  dock::Shift Unloading([&Crates] {
    int Crate;
    while (Crates.take(Crate))
      unload(Crate);
  });
  Crates.put(1);
  Crates.shut();
}

void put() {
  dock::Berth<int> Crates(4);
  dock::Shift Loading([&Crates] { Crates.put(1); });
  int Crate;
  if (Crates.take(Crate))
    unload(Crate);
}

void withADeadline() {
  dock::Berth<int> Crates(4);
  int Crate;
  if (Crates.takeWithin(Crate, 100))
    unload(Crate);
}

void lent() {
  dock::Berth<int> Crates(4);
  lend(Crates);
  int Crate;
  Crates.take(Crate);
}

void rung() {
  dock::Bell Ready(1);
  dock::Shift Ringing([&Ready] { Ready.ring(); });
  Ready.listen();
}

void nothingToRing() {
  dock::Bell Ready(0);
  Ready.listen();
}

void settled() {
  dock::Tally Crates;
  Crates.up();
  dock::Shift Unloading([&Crates] {
    unload(1);
    Crates.down();
  });
  Crates.settle();
}

void ofACaller(dock::Bell &Ready) { Ready.listen(); }
