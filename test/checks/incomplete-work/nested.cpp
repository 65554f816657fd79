// RUN: %check %s joinery-incomplete-work
// Deep nesting of calls neither hides a task nor makes one up.

#include <cstdlib>
#include <latch>
#include <thread>

void saveCache();
bool ready();

template <int Depth, typename Task> void climb(Task &&Run) {
  if constexpr (Depth > 0)
    climb<Depth - 1>([&] { Run(); });
  else
    Run();
}

void awaitedDeepDown() {
  std::latch Saved(1);
  std::thread([&] {
    [&] { [&] { [&] { saveCache(); }(); }(); }();
    [&] { [&] { Saved.count_down(); }(); }();
  }).detach();
  [&] { [&] { [&] { Saved.wait(); }(); }(); }();
  std::exit(0);
}

void nothingStartedDeepDown() {
  climb<32>([] { saveCache(); });
  std::exit(0);
}

static int countDown(int N) {
  if (N == 0)
    return 0;
  std::jthread Saver(saveCache);
  return countDown(N - 1);
}

int main() {
  int Result = countDown(3);
  if (!ready())
    return Result;
  [] {
    [] {
      [] {
        std::thread(saveCache).detach();
      }();
    }();
  }();
  return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
  // CHECK: :[[@LINE-6]]:{{[0-9]+}}: note: {{.*}}
}
