// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: futures in optionals, unique pointers, maps and globals.
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

int rate(const std::string &film);
void refresh();
void use(int value);

int holdsInAnOptional(const std::string &film) {
  std::optional<std::future<int>> rating(
      std::async(std::launch::async, rate, film));
  return rating.value().get();
}

int holdsInAUniquePointer(const std::string &film) {
  auto rating = std::make_unique<std::future<int>>(
      std::async(std::launch::async, rate, film));
  return rating->get();
}

int holdsInASharedPointer(const std::string &film) {
  auto rating = std::make_shared<std::future<int>>(
      std::async(std::launch::async, rate, film));
  auto other = rating;
  return other->get();
}

int holdsInAMap(const std::string &a, const std::string &b) {
  std::map<std::string, std::future<int>> ratings;
  ratings[a] = std::async(std::launch::async, rate, a);
  ratings.emplace(b, std::async(std::launch::async, rate, b));
  ratings.insert_or_assign(a + b, std::async(std::launch::async, rate, a + b));
  int sum = 0;
  for (auto &entry : ratings)
    sum += entry.second.get();
  return sum;
}

class Ratings {
public:
  void request(const std::string &film) {
    std::lock_guard lock(mutex_);
    if (pending_.count(film) == 0)
      pending_[film] = std::async(std::launch::async, rate, film);
  }

  std::optional<int> take(const std::string &film) {
    std::lock_guard lock(mutex_);
    auto found = pending_.find(film);
    if (found == pending_.end())
      return std::nullopt;
    auto rating = std::move(found->second);
    pending_.erase(found);
    return rating.get();
  }

private:
  std::mutex mutex_;
  std::unordered_map<std::string, std::future<int>> pending_;
};

std::future<void> background;

void startsOnce() {
  static std::once_flag once;
  std::call_once(once,
                 [] { background = std::async(std::launch::async, refresh); });
}

void finishesTheBackground() {
  if (background.valid())
    background.get();
}

int keepsInAStatic(const std::string &film) {
  static std::future<int> first = std::async(std::launch::async, rate, film);
  static const int rating = first.get();
  return rating;
}

int releasesAndReads(const std::string &film) {
  auto rating = std::make_unique<std::future<int>>(
      std::async(std::launch::async, rate, film));
  std::unique_ptr<std::future<int>> owner(rating.release());
  return owner->get();
}
