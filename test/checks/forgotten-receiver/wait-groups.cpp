// RUN: %check %s --model=%S/../../Inputs/Dock.yaml joinery-forgotten-receiver
// A wait group is at zero until somebody counts it up.

#include "Dock.h"

void unload(int Crate);

// Reports.

void countedUpAndNotStarted(bool Late) {
  dock::Tally Crates;
  Crates.up();
  if (!Late)
    dock::hire([&Crates] { Crates.down(); });
  Crates.settle();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}
  // [joinery-forgotten-receiver]
}

// Stays silent.

void countedUpWhereItIsStarted(bool Late) {
  dock::Tally Crates;
  if (!Late) {
    Crates.up();
    dock::hire([&Crates] {
      unload(1);
      Crates.down();
    });
  }
  Crates.settle();
}

void countedUpForEach(int Count) {
  dock::Tally Crates;
  for (int Crate = 0; Crate < Count; ++Crate) {
    if (Crate % 2 == 0)
      continue;
    Crates.up();
    dock::hire([&Crates, Crate] {
      unload(Crate);
      Crates.down();
    });
  }
  Crates.settle();
}
