// RUN: %check %s joinery-unjoined-thread
// A test that has failed by a fatal assertion returns in its middle; a return
// of one's own, also by a macro of one's own, is a path like any other.

#include "Assertions.h"
#include <thread>

void work();
bool write();

// Stays silent.

void asserts() {
  std::thread Worker(work);
  ASSERT_TRUE(write());
  Worker.join();
}

// Reports.

void returns() {
  std::thread Worker(work);
  // CHECK: :[[@LINE-1]]:15: warning: {{.*}} [joinery-unjoined-thread]
  if (!write())
    return;
  Worker.join();
}

#define RETURN_IF(CONDITION)                                                   \
  if (CONDITION)                                                               \
  return

void returnsByMacro() {
  std::thread Worker(work);
  // CHECK: :[[@LINE-1]]:15: warning: {{.*}} [joinery-unjoined-thread]
  RETURN_IF(!write());
  Worker.join();
}

void assertsAndReturns() {
  std::thread Worker(work);
  // CHECK: :[[@LINE-1]]:15: warning: {{.*}} [joinery-unjoined-thread]
  ASSERT_TRUE(write());
  if (!write())
    return;
  Worker.join();
}
