// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: shared futures, of which any copy may be dropped.
#include <chrono>
#include <future>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

std::string load(const std::string &name);
void use(const std::string &text);

class Cache {
public:
  std::shared_future<std::string> get(const std::string &name) {
    std::lock_guard lock(mutex_);
    auto found = entries_.find(name);
    if (found != entries_.end())
      return found->second;
    auto entry = std::async(std::launch::async, load, name).share();
    entries_.emplace(name, entry);
    return entry;
  }

  bool ready(const std::string &name) {
    std::lock_guard lock(mutex_);
    auto found = entries_.find(name);
    return found != entries_.end() &&
           found->second.wait_for(0s) == std::future_status::ready;
  }

private:
  std::mutex mutex_;
  std::map<std::string, std::shared_future<std::string>> entries_;
};

std::string dropsACopy(const std::string &name) {
  std::shared_future<std::string> text =
      std::async(std::launch::async, load, name);
  {
    std::shared_future<std::string> copy = text;
    if (copy.wait_for(1s) == std::future_status::timeout)
      use("slow");
  }
  return text.get();
}

void feedsTwoTasks(const std::string &name) {
  auto text = std::async(std::launch::async, load, name).share();
  std::jthread first([text] { use(text.get()); });
  std::jthread second([text] { use(text.get()); });
}

void prefetches(Cache &cache) {
  (void)cache.get("index");
  use(cache.get("index").get());
}

std::string sharesAMovedFuture(const std::string &name) {
  std::future<std::string> once = std::async(std::launch::async, load, name);
  std::shared_future<std::string> text(std::move(once));
  auto other = text;
  return other.get() + text.get();
}

std::shared_future<std::string> returnsAfterATimeout(const std::string &name) {
  auto text = std::async(std::launch::async, load, name).share();
  if (text.wait_for(1s) == std::future_status::timeout)
    return text;
  use(text.get());
  return text;
}
