// RUN: %check %s --model=%S/../../Inputs/Dock.yaml joinery-*
// Receive loops whose channel is closed on some paths only.

#include "Dock.h"

void unload(int Crate);

// Reports.

void returnsBeforeTheClose(bool Cancelled) {
  dock::Berth<int> Crates(4);
  dock::Shift Unloading([&Crates] {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}
    // [joinery-join-before-stop]
    int Crate;
    while (Crates.take(Crate))
      unload(Crate);
  });
  if (Cancelled)
    return;
  Crates.shut();
}

void joinsBeforeTheClose(bool Cancelled) {
  dock::Berth<int> Crates(4);
  dock::Crew Unloading([&Crates] {
    int Crate;
    while (Crates.take(Crate))
      unload(Crate);
  });
  if (Cancelled) {
    Unloading.gather();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}
    // [joinery-join-before-stop]
    return;
  }
  Crates.shut();
  Unloading.gather();
}

// Stays silent.

void closesOnEveryPath(bool Cancelled) {
  dock::Berth<int> Crates(4);
  dock::Shift Unloading([&Crates] {
    int Crate;
    while (Crates.take(Crate))
      unload(Crate);
  });
  if (Cancelled) {
    Crates.shut();
    return;
  }
  Crates.put(1);
  Crates.shut();
}

struct Closer {
  dock::Berth<int> &Crates;
  ~Closer() { Crates.shut(); }
};

void closesByAGuard(bool Cancelled) {
  dock::Berth<int> Crates(4);
  dock::Shift Unloading([&Crates] {
    int Crate;
    while (Crates.take(Crate))
      unload(Crate);
  });
  Closer Guard{Crates};
  if (Cancelled)
    return;
  Crates.put(1);
}

void theTaskStopsByItself(bool Cancelled) {
  dock::Berth<int> Crates(4);
  dock::Shift Unloading([&Crates] {
    int Crate;
    while (Crates.take(Crate))
      if (Crate < 0)
        break;
  });
  Crates.put(-1);
  if (Cancelled)
    return;
  Crates.shut();
}
