// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: helpers that start work into somebody else's future.
#include <deque>
#include <functional>
#include <future>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

int fetch(const std::string &url);
void warm(const std::string &url);
void use(int value);

void startInto(std::future<int> &out, const std::string &url) {
  out = std::async(std::launch::async, fetch, url);
}

void startAt(std::future<int> *out, const std::string &url) {
  *out = std::async(std::launch::async, fetch, url);
}

void startBehind(std::vector<std::future<int>> &out, const std::string &url) {
  out.push_back(std::async(std::launch::async, fetch, url));
}

bool tryStart(const std::string &url, std::optional<std::future<int>> &out) {
  if (url.empty())
    return false;
  out = std::async(std::launch::async, fetch, url);
  return true;
}

int readsWhatAHelperStarted(const std::string &url) {
  std::future<int> size;
  startInto(size, url);
  return size.get();
}

int readsWhatAHelperStartedAt(const std::string &url) {
  std::future<int> size;
  startAt(&size, url);
  return size.get();
}

int readsWhatAHelperAppended(const std::vector<std::string> &urls) {
  std::vector<std::future<int>> sizes;
  for (const auto &url : urls)
    startBehind(sizes, url);
  int sum = 0;
  for (auto &size : sizes)
    sum += size.get();
  return sum;
}

int readsWhatAHelperTried(const std::string &url) {
  std::optional<std::future<int>> size;
  if (!tryStart(url, size))
    return 0;
  return size->get();
}

void fillsByAnInserter(const std::vector<std::string> &urls,
                       const std::function<void(std::future<int>)> &insert) {
  for (const auto &url : urls)
    insert(std::async(std::launch::async, fetch, url));
}

int readsWhatACallbackKept(const std::vector<std::string> &urls) {
  std::list<std::future<int>> sizes;
  fillsByAnInserter(urls, [&sizes](std::future<int> size) {
    sizes.push_back(std::move(size));
  });
  int sum = 0;
  for (auto &size : sizes)
    sum += size.get();
  return sum;
}

class Batch {
public:
  Batch &add(const std::string &url) {
    pending_.push_back(std::async(std::launch::async, fetch, url));
    return *this;
  }

  int sum() {
    int total = 0;
    for (; !pending_.empty(); pending_.pop_front())
      total += pending_.front().get();
    return total;
  }

private:
  std::deque<std::future<int>> pending_;
};

int chainsABatch() {
  Batch batch;
  return batch.add("a").add("b").add("c").sum();
}
