// RUN: %check %s joinery-unowned-future
// The future of std::async joins in its destructor; whoever drops it waits
// there, unseen, or loses what the task had to say.
#include <chrono>
#include <future>
#include <string>
#include <thread>
#include <utility>

using namespace std::chrono_literals;

int countWords(const std::string &text);
void saveDraft(const std::string &text);
void redraw();

// Reports.

void discardsTheFuture(const std::string &text) {
  std::async(std::launch::async, saveDraft, text);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  redraw();
}

int leavesTheResultUnread(const std::string &text, bool hurried) {
  auto words = std::async(std::launch::async, countWords, text);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  if (hurried)
    return 0;
  return words.get();
}

int timesOutInVain(const std::string &text) {
  auto words = std::async(std::launch::async, countWords, text);
  if (words.wait_for(50ms) == std::future_status::timeout)
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
    return -1;
  return words.get();
}

int assignsOverARunningTask(const std::string &text, const std::string &more) {
  auto words = std::async(std::launch::async, countWords, text);
  words = std::async(std::launch::async, countWords, more);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  return words.get();
}

void keepsNoFutureOfAPackagedTask(const std::string &text) {
  std::packaged_task<int()> task([text] { return countWords(text); });
  std::thread counter(std::move(task));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  counter.join();
}

void keepsNoFutureOfAPromise(const std::string &text) {
  std::promise<int> words;
  std::thread counter([&] { words.set_value(countWords(text)); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  counter.join();
}

// Stays silent.

int readsTheResult(const std::string &text) {
  auto words = std::async(std::launch::async, countWords, text);
  redraw();
  return words.get();
}

void waitsAtOnce(const std::string &text) {
  std::async(std::launch::async, saveDraft, text).wait();
}

int getsAtOnce(const std::string &text) {
  return std::async(std::launch::async, countWords, text).get();
}

std::future<int> returnsTheFuture(const std::string &text) {
  return std::async(std::launch::async, countWords, text);
}

void overlapsWithinTheScope(const std::string &text) {
  auto saving = std::async(std::launch::async, saveDraft, text);
  redraw();
}

int waitsUntilReady(const std::string &text) {
  auto words = std::async(std::launch::async, countWords, text);
  while (words.wait_for(10ms) != std::future_status::ready)
    redraw();
  return words.get();
}

int keepsTheFutureOfAPackagedTask(const std::string &text) {
  std::packaged_task<int()> task([text] { return countWords(text); });
  auto words = task.get_future();
  std::thread counter(std::move(task));
  counter.join();
  return words.get();
}

int keepsTheFutureOfAPromise(const std::string &text) {
  std::promise<int> words;
  auto counted = words.get_future();
  std::thread counter([&] { words.set_value(countWords(text)); });
  counter.join();
  return counted.get();
}
