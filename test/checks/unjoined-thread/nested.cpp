// RUN: %check %s joinery-unjoined-thread
// Deep nesting neither hides a forgotten thread nor makes one up.

#include <cstddef>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

void pollSensor();
bool readConfig();

// Reports

void sixLambdasDeep() {
  [] {
    [] {
      [] {
        [] {
          [] {
            [] {
              std::thread Worker(pollSensor);
              // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
              if (readConfig())
                Worker.join();
            }();
          }();
        }();
      }();
    }();
  }();
}

void insideATask() {
  std::thread Outer([] {
    std::thread Inner(pollSensor);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
    readConfig();
  });
  Outer.join();
}

template <int Depth> struct Tower {
  static void climb() {
    if constexpr (Depth > 0) {
      Tower<Depth - 1>::climb();
    } else {
      std::thread Worker(pollSensor);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
      readConfig();
    }
  }
};

void climbs() { Tower<64>::climb(); }

// Stays silent

void joinedThreeLambdasDown() {
  std::thread Worker(pollSensor);
  [&] { [&] { [&] { Worker.join(); }(); }(); }();
}

void manyBranches(int Mode) {
  std::thread Worker(pollSensor);
  for (int I = 0; I < Mode; ++I) {
    if (I % 2) {
      while (readConfig()) {
        if (I % 3)
          break;
        else if (I % 5)
          continue;
        switch (I % 7) {
        case 0:
          readConfig();
          [[fallthrough]];
        case 1:
          break;
        default:
          do {
            readConfig();
          } while (I % 11 == 3 && readConfig());
        }
      }
    }
  }
  Worker.join();
}

using Nested = std::vector<std::vector<std::unique_ptr<std::thread>>>;

void containersOfContainers() {
  Nested Rows(2);
  for (auto &Row : Rows)
    Row.push_back(std::make_unique<std::thread>(pollSensor));
  for (auto &Row : Rows)
    for (auto &Worker : Row)
      Worker->join();
}

int recursion(int Depth) {
  if (Depth == 0)
    return 0;
  std::thread Worker(pollSensor);
  int Below = recursion(Depth - 1);
  Worker.join();
  return Below + 1;
}
