// RUN: %check %s joinery-unowned-future
// A discarded async future blocks on the line that discards it; a deferred one
// never runs.
#include <future>
#include <string>
#include <thread>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

void flushLog();
void logStart();
int rebuildIndex();
void upload(const std::string &file);

std::future<void> flushElsewhere();
void keepUntilExit(std::future<void> pending);
void keepPromise(std::promise<int> answer);

std::future<int> startRebuild() {
  return std::async(std::launch::async, rebuildIndex);
}

std::future<void> startFlush() {
  auto flushing = std::async(std::launch::async, flushLog);
  logStart();
  return flushing;
}

std::future<int> startIndirectly() { return startRebuild(); }

std::future<int> askLater() {
  std::promise<int> answer;
  auto future = answer.get_future();
  keepPromise(std::move(answer));
  return future;
}

class Indexer {
public:
  std::future<int> rebuild() {
    return std::async(std::launch::async, &Indexer::run, this);
  }

private:
  int run();
};

Indexer &indexerOf(const std::string &library, const std::string &catalogue);

// Reports.

void discardsWithTheDefaultPolicy() {
  std::async(flushLog);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void castsToVoid() {
  (void)std::async(std::launch::async, flushLog);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void castsToVoidStatically() {
  static_cast<void>(std::async(std::launch::async, rebuildIndex));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void assignsToIgnore() {
  std::ignore = std::async(std::launch::async, flushLog);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void discardsADeferredTask() {
  std::async(std::launch::deferred, flushLog);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void discardsInALoop(const std::vector<std::string> &files) {
  for (const auto &file : files)
    std::async(std::launch::async, upload, file);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void discardsInABranch(bool verbose) {
  if (verbose)
    std::async(std::launch::async, flushLog);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  else
    flushLog();
}

void discardsInAConditionalOperator(bool verbose) {
  verbose ? (void)std::async(std::launch::async, flushLog) : flushLog();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void discardsTheFutureOfALambda(const std::string &file) {
  std::async(std::launch::async, [file] { upload(file); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void discardsTheFutureOfAHelper() {
  startRebuild();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void discardsTheFutureThatAHelperHeld() {
  startFlush();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void discardsThroughTwoHelpers() {
  startIndirectly();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void castsAHelpersFutureToVoid() {
  (void)startRebuild();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void discardsTheFutureOfAMember(Indexer &indexer) {
  indexer.rebuild();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void discardsAtTheEndOfAChain() {
  indexerOf("a library with a long name", "a catalogue with a long name")
      .rebuild();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void discardsTheFutureOfALocalHelper() {
  auto start = [] { return std::async(std::launch::async, flushLog); };
  start();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void discardsInATask() {
  std::jthread worker([] {
    std::async(std::launch::async, flushLog);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
    logStart();
  });
}

// Stays silent.

void waitsOnTheCall() { std::async(std::launch::async, flushLog).wait(); }

void getsOnTheCall() { std::async(std::launch::async, rebuildIndex).get(); }

int usesWhatTheCallGets() {
  return 1 + std::async(std::launch::deferred, rebuildIndex).get();
}

void waitsForAHelpersFuture() { startFlush().wait(); }

void passesTheFutureOn() {
  keepUntilExit(std::async(std::launch::async, flushLog));
}

void passesAHelpersFutureOn() { keepUntilExit(startFlush()); }

auto returnsFromALambda() {
  return [] { return std::async(std::launch::async, flushLog); };
}

void discardsTheFutureOfAnUnseenHelper() { (void)flushElsewhere(); }

void discardsAPromisesFuture() { (void)askLater(); }

void namesTheTypeOnly() {
  using Pending = decltype(std::async(flushLog));
  static_assert(std::is_same_v<Pending, std::future<void>>);
  static_assert(!noexcept(std::async(flushLog)));
}

void discardsNothingWhenConsumedByGetInACast() {
  (void)std::async(std::launch::async, rebuildIndex).get();
}

namespace app {
template <typename Fn> void async(Fn fn) { fn(); }
} // namespace app

void callsAnotherAsync() { app::async(flushLog); }
