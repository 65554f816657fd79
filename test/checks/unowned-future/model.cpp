// RUN: %check %s --model=%S/Inputs/lane.yaml joinery-unowned-future
// A library that a user's model describes is understood as the shipped ones.
#include "Inputs/lane.h"

#include <utility>

int measure();
void idle();
void adopt(lane::Result<int> pending);

lane::Result<int> startMeasuring() { return lane::call<int>(measure); }

// Reports.

void discardsTheResult() {
  lane::call<int>(measure);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void discardsAHelpersResult() {
  startMeasuring();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

int leavesTheResultUnread(bool hurried) {
  auto size = lane::call<int>(measure);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  if (hurried)
    return 0;
  return size.take();
}

int timesOutInVain() {
  auto size = lane::call<int>(measure);
  if (size.settleWithin(std::chrono::milliseconds(5)) == lane::State::Late)
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
    return 0;
  return size.take();
}

int assignsOverIt() {
  auto size = lane::call<int>(measure);
  size = lane::call<int>(measure);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  return size.take();
}

// Stays silent.

int takesTheResult() {
  auto size = lane::call<int>(measure);
  idle();
  return size.take();
}

void settlesAtOnce() { lane::call<int>(measure).settle(); }

void handsItOn() { adopt(lane::call<int>(measure)); }

int leavesAnOrderUnread(bool hurried) {
  auto size = lane::order<int>(measure);
  if (hurried)
    return 0;
  return size.take();
}

int givesUpOnAnOrder() {
  auto size = lane::order<int>(measure);
  if (size.settleWithin(std::chrono::milliseconds(5)) == lane::State::Late)
    return 0;
  return size.take();
}

void assignsOverAnOrder() {
  auto size = lane::order<int>(measure);
  size = lane::order<int>(measure);
  size.settle();
}
