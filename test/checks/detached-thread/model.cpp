// RUN: %check %s --model=%S/Inputs/foundry.yaml joinery-detached-thread -- -I%S/Inputs
// Threads, gates and pipes of a library that only the user's model describes.

#include "foundry.h"
#include <string>
#include <utility>

void cast(int Mould);

// Reports

void givenUp() {
  foundry::Worker Caster;
  Caster.begin([] { cast(1); });
  Caster.abandon();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void detachedByTheCall() {
  foundry::launch([] { cast(2); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

class Melter : public foundry::Worker {};

void derived() {
  Melter M;
  M.begin([] { cast(3); });
  M.abandon();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void sendIsNotTheLastAct() {
  foundry::Pipe<int> Cast;
  foundry::launch([&Cast] {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
    Cast.put(4);
    cast(4);
  });
  Cast.take();
}

void nobodyReceives() {
  foundry::Pipe<int> Cast;
  foundry::launch([&Cast] {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
    cast(5);
    Cast.put(5);
  });
}

void nobodyWaitsAtTheGate() {
  foundry::Gate Done;
  Done.open(1);
  foundry::launch([&Done] {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
    cast(6);
    Done.pass();
  });
}

// Stays silent

void joined() {
  foundry::Worker Caster;
  Caster.begin([] { cast(7); });
  Caster.finish();
}

void tracked() {
  foundry::Gate Done;
  Done.open(1);
  foundry::launch([&Done] {
    cast(8);
    Done.pass();
  });
  Done.await();
}

void trackedWithDeadline() {
  foundry::Gate Done;
  Done.open(1);
  foundry::Worker Caster;
  Caster.begin([&Done] {
    cast(9);
    Done.pass();
  });
  Caster.abandon();
  Done.await_for(500);
}

int answersAtLast() {
  foundry::Pipe<int> Cast;
  foundry::launch([&Cast] {
    cast(10);
    Cast.put(10);
  });
  return Cast.take();
}

// Not in the model: an unknown call is no spawn.
void unknownCall() {
  foundry::remember([] { cast(11); });
}
