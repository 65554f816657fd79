// RUN: %check %s --model=%S/Inputs/depot.yaml joinery-incomplete-work -- -I%S/Inputs
// Pools, spawns and exits of a library that only the user's model describes.

#include "depot.h"

void deliver(int Parcel);

// Reports

void detachedByTheCall() {
  depot::send([] { deliver(1); });
  depot::close_down(0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
}

void stoppedNotJoined() {
  static depot::Fleet Vans;
  Vans.dispatch([] { deliver(2); });
  Vans.halt();
  depot::close_down(0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
}

// Stays silent

void joined() {
  static depot::Fleet Vans;
  Vans.dispatch([] { deliver(3); });
  Vans.all_home();
  depot::close_down(0);
}

void nothingSent() {
  static depot::Fleet Vans;
  depot::close_down(0);
}

void joinsWhenDestroyed() {
  {
    depot::PatientFleet Vans;
    Vans.dispatch([] { deliver(4); });
  }
  depot::close_down(0);
}

void cutOffOnPurpose() {
  depot::send([] { deliver(5); });
  depot::blow_up();
}

int main() {
  depot::PatientFleet Vans;
  Vans.dispatch([] { deliver(6); });
  return 0;
}
