// RUN: %check %s --model=%S/../../Inputs/Dock.yaml joinery-late-count-up
// A wait group of a library that only the user's model describes.

#include "Dock.h"

void unload();

// Reports

void inTheTask() {
  dock::Tally Crates;
  dock::Shift Unloading([&Crates] {
    Crates.up();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-late-count-up]
    unload();
    Crates.down();
  });
  Crates.settle();
}

void inAHiredTask(dock::Tally &Crates) {
  dock::hire([&Crates] {
    Crates.up();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-late-count-up]
    unload();
    Crates.down();
  });
  Crates.settle();
}

struct Counted {
  dock::Tally &Crates;
  explicit Counted(dock::Tally &Crates) : Crates(Crates) { Crates.up(); }
  ~Counted() { Crates.down(); }
};

void byAGuard() {
  dock::Tally Crates;
  dock::Shift Unloading([&Crates] {
    Counted One(Crates);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-late-count-up]
    unload();
  });
  Crates.settle();
}

// Stays silent

void before() {
  dock::Tally Crates;
  Crates.up();
  dock::Shift Unloading([&Crates] {
    unload();
    Crates.down();
  });
  Crates.settle();
}

void beforeEach() {
  dock::Tally Crates;
  for (int Crate = 0; Crate < 3; ++Crate) {
    Crates.up();
    dock::hire([&Crates] {
      unload();
      Crates.down();
    });
  }
  Crates.settle();
}

void ownCount() {
  dock::Tally Crates;
  Crates.up();
  dock::Shift Unloading([&Crates] {
    Crates.up();
    unload();
    Crates.down();
  });
  Crates.down();
  Crates.settle();
}

void bellRings() {
  dock::Bell Done(1);
  dock::Shift Unloading([&Done] {
    unload();
    Done.ring();
  });
  Done.listen();
}

void inTheSpawnerAlone() {
  dock::Tally Crates;
  Crates.up();
  unload();
  Crates.down();
  Crates.settle();
}
