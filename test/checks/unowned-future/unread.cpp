// RUN: %check %s joinery-unowned-future
// An async future that some normal path leaves unread, where a value or an
// exception is lost by that. The report stands at the spawning call.
#include <cstdlib>
#include <future>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

int rank(const std::string &page);
void warmCache();
bool cacheHot();
bool diskReady();
std::string portSetting();
void use(int value);
void keep(std::future<int> pending);
void listenOn(int port);

void checkDisk() {
  if (!diskReady())
    throw std::runtime_error("disk not ready");
}

void listen() { listenOn(std::stoi(portSetting())); }

void checkDiskQuietly() {
  try {
    checkDisk();
  } catch (const std::exception &) {
    warmCache();
  }
}

std::future<int> startRanking(const std::string &page) {
  return std::async(std::launch::async, rank, page);
}

// Reports.

void neverReadsTheValue(const std::string &page) {
  auto ranked = std::async(std::launch::async, rank, page);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  warmCache();
}

int skipsTheReadWhenCached(const std::string &page) {
  std::future<int> ranked = std::async(std::launch::async, rank, page);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  if (cacheHot())
    return 1;
  return ranked.get();
}

void losesAThrow() {
  auto checked = std::async(std::launch::async, checkDisk);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  warmCache();
}

void losesAThrowOfALibraryCall() {
  auto listening = std::async(std::launch::async, listen);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  warmCache();
}

void losesAThrowOfALambda() {
  auto checked = std::async(std::launch::async, [] { checkDisk(); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  warmCache();
}

int losesAHelpersValue(const std::string &page, bool hurried) {
  auto ranked = startRanking(page);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  if (hurried)
    return 0;
  return ranked.get();
}

void skipsAnIteration(const std::vector<std::string> &pages) {
  for (const auto &page : pages) {
    auto ranked = std::async(std::launch::async, rank, page);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
    if (page.empty())
      continue;
    use(ranked.get());
  }
}

int readsInOneCaseOnly(const std::string &page, int mode) {
  auto ranked = std::async(std::launch::async, rank, page);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  switch (mode) {
  case 0:
    return ranked.get();
  case 1:
    ranked.wait();
    return 0;
  default:
    return -1;
  }
}

// Stays silent.

int readsOnEveryPath(const std::string &page) {
  auto ranked = std::async(std::launch::async, rank, page);
  if (cacheHot()) {
    ranked.wait();
    return 1;
  }
  return ranked.get();
}

void handsOnWhatItDoesNotRead(const std::string &page) {
  auto ranked = std::async(std::launch::async, rank, page);
  if (cacheHot())
    keep(std::move(ranked));
  else
    use(ranked.get());
}

std::future<int> returnsWhatItDoesNotRead(const std::string &page) {
  auto ranked = std::async(std::launch::async, rank, page);
  warmCache();
  return ranked;
}

int throwsInstead(const std::string &page) {
  auto ranked = std::async(std::launch::async, rank, page);
  if (!diskReady())
    throw std::runtime_error("disk not ready");
  return ranked.get();
}

int abortsInstead(const std::string &page) {
  auto ranked = std::async(std::launch::async, rank, page);
  if (!diskReady())
    std::abort();
  return ranked.get();
}

int readsBehindACatch(const std::string &page) {
  auto ranked = std::async(std::launch::async, rank, page);
  try {
    warmCache();
  } catch (...) {
    return -1;
  }
  return ranked.get();
}

int startsOnOnePathOnly(const std::string &page) {
  std::future<int> ranked;
  if (!cacheHot())
    ranked = std::async(std::launch::async, rank, page);
  warmCache();
  if (ranked.valid())
    return ranked.get();
  return 0;
}

int defersTheWork(const std::string &page, bool hurried) {
  auto ranked = std::async(std::launch::deferred, rank, page);
  if (hurried)
    return 0;
  return ranked.get();
}

void holdsAVoidTaskToTheEnd() {
  auto warming = std::async(std::launch::async, warmCache);
  use(1);
}

void holdsACatchingTaskToTheEnd() {
  auto checked = std::async(std::launch::async, checkDiskQuietly);
  use(1);
}

void hearsTheThrow() {
  auto checked = std::async(std::launch::async, checkDisk);
  warmCache();
  checked.get();
}

void waitsForAThrowingTask() {
  auto checked = std::async(std::launch::async, checkDisk);
  warmCache();
  checked.wait();
}

int readsAPromisesFutureSometimes(bool hurried) {
  std::promise<int> answer;
  auto pending = answer.get_future();
  std::jthread worker([&answer] { answer.set_value(42); });
  if (hurried)
    return 0;
  return pending.get();
}

int readsTwoThroughABinding(const std::string &a, const std::string &b) {
  auto [first, second] = std::pair(std::async(std::launch::async, rank, a),
                                   std::async(std::launch::async, rank, b));
  return first.get() + second.get();
}

int readsThroughAnAlias(const std::string &page) {
  auto ranked = std::async(std::launch::async, rank, page);
  auto &alias = ranked;
  return alias.get();
}

int readsInAHelper(const std::string &page) {
  auto ranked = std::async(std::launch::async, rank, page);
  auto read = [&ranked] { return ranked.get(); };
  return read();
}
