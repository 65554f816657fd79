// RUN: %check %s --model=%S/../../Inputs/Dock.yaml joinery-unbounded-spawn
// Tasks and permits of a library that only the user's model describes.

#include "Dock.h"

#include <semaphore>
#include <utility>
#include <vector>

bool moor(int &Ship);
void unload(int Ship);

// Reports

void hired() {
  int Ship;
  while (moor(Ship))
    dock::hire([Ship] { unload(Ship); });
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
}

void kept() {
  std::vector<dock::Shift> Shifts;
  for (;;) {
    int Ship;
    if (!moor(Ship))
      break;
    Shifts.emplace_back(unload, Ship);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
  }
}

void left() {
  int Ship;
  while (moor(Ship)) {
    dock::Crew Unloading(unload, Ship);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
    Unloading.leave();
  }
}

// Stays silent

void three() {
  for (int Ship = 0; Ship < 3; ++Ship)
    dock::hire([Ship] { unload(Ship); });
}

void ofAFleet(const std::vector<int> &Fleet) {
  std::vector<dock::Shift> Shifts;
  for (int Ship : Fleet)
    Shifts.emplace_back(unload, Ship);
}

void ofTheRound() {
  int Ship;
  while (moor(Ship)) {
    dock::Shift Unloading(unload, Ship);
    unload(Ship);
  }
}

void gathered() {
  int Ship;
  while (moor(Ship)) {
    dock::Crew Unloading(unload, Ship);
    Unloading.gather();
  }
}

void withAPermit() {
  std::counting_semaphore<4> Cranes(4);
  int Ship;
  while (moor(Ship)) {
    Cranes.acquire();
    dock::hire([&Cranes, Ship] {
      unload(Ship);
      Cranes.release();
    });
  }
}

void noTask() {
  int Ship;
  while (moor(Ship))
    unload(Ship);
}
