// RUN: %check %s joinery-unowned-future
// A known miss, listed in docs/limits.md: the pointer that owns the future is
// reset, which waits for the task.
#include <future>
#include <memory>

int work();

void FN_resetsThePointer() {
  auto Result =
      std::make_unique<std::future<int>>(std::async(std::launch::async, work));
  Result.reset();
}
