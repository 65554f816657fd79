// RUN: %check %s --model=%S/../../Inputs/Dock.yaml joinery-skippable-completion
// Signals of a library that only the user's model describes.

#include "Dock.h"

bool ready();
void unload();

// Reports

void earlyReturn() {
  dock::Bell Done(1);
  dock::Shift Unloading([&Done] {
    if (!ready())
      return;
    unload();
    Done.ring();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  });
  Done.listen();
}

void onOnePathOnly() {
  dock::Tally Crates;
  Crates.up();
  dock::Shift Unloading([&Crates] {
    if (ready())
      Crates.down();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  });
  Crates.settle();
}

void keptException() {
  dock::Bell Done(1);
  dock::Net Unloading([&Done] {
    if (!ready())
      throw 1;
    Done.ring();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  });
  Done.listen();
}

// Stays silent

struct Finish {
  dock::Bell &Done;
  ~Finish() { Done.ring(); }
};

void byADestructor() {
  dock::Bell Done(1);
  dock::Net Unloading([&Done] {
    Finish AtTheEnd{Done};
    if (!ready())
      throw 1;
    unload();
  });
  Done.listen();
}

void onBothPaths() {
  dock::Bell Done(1);
  dock::Shift Unloading([&Done] {
    if (!ready()) {
      Done.ring();
      return;
    }
    unload();
    Done.ring();
  });
  Done.listen();
}

void theProgramEnds() {
  dock::Bell Done(1);
  dock::Shift Unloading([&Done] {
    if (!ready())
      throw 1;
    Done.ring();
  });
  Done.listen();
}

void withADeadline() {
  dock::Bell Done(1);
  dock::Shift Unloading([&Done] {
    if (ready())
      Done.ring();
  });
  (void)Done.listenFor(1000);
}

void nobodyListens() {
  dock::Bell Done(1);
  dock::Shift Unloading([&Done] {
    if (ready())
      Done.ring();
  });
}

void hiredIsAnothersToSay(dock::Bell &Done) {
  dock::hire([&Done] {
    if (ready())
      Done.ring();
  });
  Done.listen();
}
