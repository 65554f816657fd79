// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: deferred futures, which run when they are read and are otherwise
// nothing.
#include <chrono>
#include <future>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

using namespace std::chrono_literals;

int expensive(const std::string &key);
bool needed(const std::string &key);
void use(int value);

int readsWhenNeeded(const std::string &key) {
  auto value = std::async(std::launch::deferred, expensive, key);
  if (needed(key))
    return value.get();
  return 0;
}

void throwsWhenRead(const std::string &key) {
  auto checked = std::async(std::launch::deferred, [key] {
    if (key.empty())
      throw std::invalid_argument("no key");
  });
  if (needed(key))
    checked.get();
}

int looksWhetherItIsDeferred(const std::string &key) {
  auto value = std::async(std::launch::deferred, expensive, key);
  if (value.wait_for(0s) == std::future_status::deferred)
    return 0;
  return value.get();
}

int choosesLater(const std::string &key) {
  auto left = std::async(std::launch::deferred, expensive, key + "/left");
  auto right = std::async(std::launch::deferred, expensive, key + "/right");
  return needed(key) ? left.get() : right.get();
}

int replacesBeforeReading(const std::string &key) {
  auto value = std::async(std::launch::deferred, expensive, key);
  if (!needed(key))
    value = std::async(std::launch::deferred, expensive, "default");
  return value.get();
}

class Lazy {
public:
  explicit Lazy(std::string key)
      : value_(std::async(std::launch::deferred, expensive, std::move(key))
                   .share()) {}

  int get() const { return value_.get(); }

private:
  std::shared_future<int> value_;
};

int neverReadsALazyValue(const std::string &key) {
  Lazy lazy(key);
  return needed(key) ? lazy.get() : 0;
}
