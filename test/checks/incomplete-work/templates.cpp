// RUN: %check %s joinery-incomplete-work
// Templates start the tasks and wait for them.

#include <cstdlib>
#include <latch>
#include <thread>
#include <utility>

void saveCache();
bool ready();

template <typename Task> void background(Task Run) {
  std::thread(std::move(Run)).detach();
}

template <typename Task> void backgroundAndWait(Task Run) {
  std::latch Done(1);
  background([&] {
    Run();
    Done.count_down();
  });
  Done.wait();
}

template <int Code> void leaveWithTask() {
  std::thread(saveCache).detach();
  std::exit(Code);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
}

template void leaveWithTask<1>();
template void leaveWithTask<2>();

void awaited() {
  backgroundAndWait(saveCache);
  std::exit(0);
}

int main() {
  if (!ready())
    return 1;
  background(saveCache);
  return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
  // CHECK: :[[@LINE-32]]:{{[0-9]+}}: note: {{.*}}
}
