// RUN: %check %s joinery-unowned-future
// A future that is stored, moved, shared or handed on has a new owner; only
// what provably nobody owns is reported.
#include <algorithm>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

int measure(const std::string &file);
void store(const std::string &file);
void use(int value);
void adopt(std::future<int> &&pending);
void watch(std::future<int> &pending);

// Reports.

void fillsAVectorThatNobodyReads(const std::vector<std::string> &files) {
  std::vector<std::future<int>> sizes;
  for (const auto &file : files)
    sizes.push_back(std::async(std::launch::async, measure, file));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

// Stays silent.

int readsAVectorInALoop(const std::vector<std::string> &files) {
  std::vector<std::future<int>> sizes;
  for (const auto &file : files)
    sizes.push_back(std::async(std::launch::async, measure, file));
  int sum = 0;
  for (auto &size : sizes)
    sum += size.get();
  return sum;
}

void waitsForAVectorByAlgorithm(const std::vector<std::string> &files) {
  std::vector<std::future<void>> stores;
  for (const auto &file : files)
    stores.emplace_back(std::async(std::launch::async, store, file));
  std::for_each(stores.begin(), stores.end(),
                [](std::future<void> &stored) { stored.wait(); });
}

std::vector<std::future<int>>
returnsAVector(const std::vector<std::string> &files) {
  std::vector<std::future<int>> sizes;
  for (const auto &file : files)
    sizes.push_back(std::async(std::launch::async, measure, file));
  return sizes;
}

void fillsACallersVector(const std::string &file,
                         std::vector<std::future<int>> &sizes) {
  sizes.push_back(std::async(std::launch::async, measure, file));
}

void fillsAnOutputParameter(const std::string &file, std::future<int> &size) {
  size = std::async(std::launch::async, measure, file);
}

std::shared_future<int> sharesIt(const std::string &file) {
  return std::async(std::launch::async, measure, file).share();
}

std::unique_ptr<std::future<int>> wrapsItInAPointer(const std::string &file) {
  return std::make_unique<std::future<int>>(
      std::async(std::launch::async, measure, file));
}

struct Pending {
  std::string file;
  std::future<int> size;
};

Pending returnsItInAStruct(const std::string &file) {
  return {file, std::async(std::launch::async, measure, file)};
}

void handsItOn(const std::string &file) {
  auto size = std::async(std::launch::async, measure, file);
  adopt(std::move(size));
}

void letsAnotherWatchIt(const std::string &file) {
  auto size = std::async(std::launch::async, measure, file);
  watch(size);
}

std::function<int()> capturesIt(const std::string &file) {
  auto size = std::async(std::launch::async, measure, file).share();
  return [size] { return size.get(); };
}

class Sizes {
public:
  void add(const std::string &file) {
    pending_.emplace(file, std::async(std::launch::async, measure, file));
  }

  int total() {
    int sum = 0;
    for (auto &[file, size] : pending_)
      sum += size.get();
    return sum;
  }

private:
  std::map<std::string, std::future<int>> pending_;
};

class Prefetch {
public:
  explicit Prefetch(const std::string &file)
      : size_(std::async(std::launch::async, measure, file)) {}

  int size() { return size_.get(); }

private:
  std::future<int> size_;
};

int readsAnOptional(const std::string &file, bool wanted) {
  std::optional<std::future<int>> size;
  if (wanted)
    size = std::async(std::launch::async, measure, file);
  return size ? size->get() : 0;
}

void readByATaskThatBorrowsIt(const std::string &file) {
  auto size = std::async(std::launch::async, measure, file);
  std::thread reader([&] { use(size.get()); });
  reader.join();
}

void movedByATaskThatBorrowsIt(const std::string &file) {
  auto size = std::async(std::launch::async, measure, file);
  std::thread reader([&] {
    auto own = std::move(size);
    use(own.get());
  });
  reader.join();
}
