// RUN: %check %s --model=%S/../../Inputs/Dock.yaml joinery-repeated-join
// Threads of a library that only the user's model describes.

#include "Dock.h"

#include <utility>

bool late();
void unload();
void keep(dock::Crew Unloading);

// Reports

void twice() {
  dock::Crew Unloading(unload);
  Unloading.gather();
  Unloading.gather();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}

void leftAndGathered() {
  dock::Crew Unloading(unload);
  if (late())
    Unloading.leave();
  Unloading.gather();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}

void moved() {
  dock::Crew Unloading(unload);
  keep(std::move(Unloading));
  Unloading.gather();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}

void neverStarted() {
  dock::Crew Unloading;
  Unloading.gather();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}

// Stays silent

void once() {
  dock::Crew Unloading(unload);
  Unloading.gather();
}

void oneOfTwo() {
  dock::Crew Unloading(unload);
  if (late())
    Unloading.leave();
  else
    Unloading.gather();
}

void tested() {
  dock::Crew Unloading(unload);
  if (late())
    Unloading.gather();
  if (Unloading.away())
    Unloading.gather();
}

void startedAgain() {
  dock::Crew Unloading(unload);
  Unloading.gather();
  Unloading = dock::Crew(unload);
  Unloading.gather();
}

void afterADeadline() {
  dock::Crew Unloading(unload);
  if (!Unloading.gatherWithin(100))
    Unloading.gather();
}

void two() {
  dock::Crew Port(unload), Starboard(unload);
  Port.gather();
  Starboard.gather();
}

void eachRound() {
  for (int Ship = 0; Ship < 3; ++Ship) {
    dock::Crew Unloading(unload);
    Unloading.gather();
  }
}
