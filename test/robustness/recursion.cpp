// RUN: %check %s joinery-unjoined-thread
// What functions that call one another do to a handle is not known in full.
#include <thread>

void work();
bool chosen(int depth);

void visitOdd(std::thread &worker, int depth);

void visitEven(std::thread &worker, int depth) {
  if (chosen(depth))
    visitOdd(worker, depth - 1);
}

void visitOdd(std::thread &worker, int depth) {
  visitEven(worker, depth);
  worker.join();
}

void visitSelf(std::thread &worker, int depth) {
  if (depth > 0)
    visitSelf(worker, depth - 1);
  else
    worker.join();
}

void joinsInACircle() {
  std::thread worker(work);
  visitEven(worker, 3);
}

void joinsByCallingItself() {
  std::thread worker(work);
  visitSelf(worker, 3);
}

void neverJoins(int depth) {
  std::thread worker(work);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  if (depth > 0)
    neverJoins(depth - 1);
}
