// RUN: %check %s joinery-incomplete-work
// Main waits for each of its detached tasks before it leaves.

#include <atomic>
#include <future>
#include <latch>
#include <memory>
#include <semaphore>
#include <thread>
#include <utility>

void saveCache();
int countFiles();

static void waitFor(std::latch &Done) { Done.wait(); }

int main() {
  std::latch Saved(2);
  for (int I = 0; I < 2; ++I)
    std::thread([&Saved] {
      saveCache();
      Saved.count_down();
    }).detach();

  std::promise<int> Result;
  std::future<int> Count = Result.get_future();
  std::thread([Result = std::move(Result)]() mutable {
    Result.set_value(countFiles());
  }).detach();

  std::binary_semaphore Counted(0);
  std::thread([&Counted] {
    countFiles();
    Counted.release();
  }).detach();

  Counted.acquire();
  waitFor(Saved);
  return Count.get();
}
