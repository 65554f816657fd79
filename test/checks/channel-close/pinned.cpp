// RUN: %check %s --model=%S/../../Inputs/Dock.yaml joinery-channel-close
// A known miss, listed in docs/limits.md: the task that closes leaves its loop
// in two ways.
#include "Dock.h"

bool full();
void load(int Crate);

void FN_leavesItsLoopByABreak() {
  dock::Berth<int> Crates(4);
  dock::Shift Loading([&] {
    int Crate;
    while (Crates.take(Crate)) {
      load(Crate);
      if (full())
        break;
    }
    Crates.shut();
  });
  for (int Crate = 0; Crate < 100; ++Crate)
    Crates.put(Crate);
}
