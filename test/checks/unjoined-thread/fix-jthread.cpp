// RUN: %check %s joinery-unjoined-thread --fix-notes
// The type that joins is offered where the declaration is plain.

#include <thread>

void work();

void leaves(bool Early) {
  std::thread Worker(work);
  // CHECK: :[[@LINE-1]]:15: warning: {{.*}} [joinery-unjoined-thread]
  // CHECK: note: a 'std::jthread' joins in its destructor
  // FIXED: std::jthread Worker(work);
  if (Early)
    return;
  Worker.join();
}

using Handle = std::thread;

// The name of another type is left alone.
void leavesAliased(bool Early) {
  Handle Worker(work);
  // CHECK: :[[@LINE-1]]:10: warning: {{.*}} [joinery-unjoined-thread]
  // CHECK: note: a 'std::jthread' joins in its destructor
  // FIXED: Handle Worker(work);
  if (Early)
    return;
  Worker.join();
}
