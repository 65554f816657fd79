// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: vectors of futures, waited for in every way that people write.
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <future>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

int measure(const std::string &file);
void store(const std::string &file);
void idle();

int sumsByAccumulate(const std::vector<std::string> &files) {
  std::vector<std::future<int>> sizes;
  for (const auto &file : files)
    sizes.push_back(std::async(std::launch::async, measure, file));
  return std::accumulate(
      sizes.begin(), sizes.end(), 0,
      [](int sum, std::future<int> &size) { return sum + size.get(); });
}

std::vector<int> readsByTransform(const std::vector<std::string> &files) {
  std::vector<std::future<int>> sizes;
  std::transform(files.begin(), files.end(), std::back_inserter(sizes),
                 [](const std::string &file) {
                   return std::async(std::launch::async, measure, file);
                 });
  std::vector<int> result;
  std::transform(sizes.begin(), sizes.end(), std::back_inserter(result),
                 [](std::future<int> &size) { return size.get(); });
  return result;
}

void waitsByMemberFunction(const std::vector<std::string> &files) {
  std::vector<std::future<void>> stores;
  for (const auto &file : files)
    stores.push_back(std::async(std::launch::async, store, file));
  std::for_each(stores.begin(), stores.end(),
                std::mem_fn(&std::future<void>::get));
}

int readsFromTheBack(const std::vector<std::string> &files) {
  std::vector<std::future<int>> sizes;
  for (const auto &file : files)
    sizes.emplace_back(std::async(std::launch::async, measure, file));
  int sum = 0;
  while (!sizes.empty()) {
    sum += sizes.back().get();
    sizes.pop_back();
  }
  return sum;
}

int readsByIndex(const std::vector<std::string> &files) {
  std::vector<std::future<int>> sizes(files.size());
  for (std::size_t i = 0; i < files.size(); ++i)
    sizes[i] = std::async(std::launch::async, measure, files[i]);
  int sum = 0;
  for (std::size_t i = 0; i != sizes.size(); ++i)
    sum += sizes.at(i).get();
  return sum;
}

int movesEachOut(const std::vector<std::string> &files) {
  std::vector<std::future<int>> sizes;
  for (const auto &file : files) {
    auto size = std::async(std::launch::async, measure, file);
    sizes.push_back(std::move(size));
  }
  int sum = 0;
  for (auto &each : sizes) {
    std::future<int> size = std::move(each);
    sum += size.get();
  }
  return sum;
}

void erasesTheReady(std::vector<std::future<void>> &stores,
                    const std::string &file) {
  stores.push_back(std::async(std::launch::async, store, file));
  std::erase_if(stores, [](std::future<void> &stored) {
    return stored.wait_for(0s) == std::future_status::ready;
  });
}

void waitsInBatches(const std::vector<std::string> &files) {
  std::vector<std::future<void>> batch;
  for (const auto &file : files) {
    batch.push_back(std::async(std::launch::async, store, file));
    if (batch.size() < 4)
      continue;
    for (auto &stored : batch)
      stored.get();
    batch.clear();
  }
  for (auto &stored : batch)
    stored.get();
}

void waitForAll(std::vector<std::future<void>> &stores) {
  for (auto &stored : stores)
    while (stored.wait_for(10ms) != std::future_status::ready)
      idle();
}

void waitsInAHelper(const std::vector<std::string> &files) {
  std::vector<std::future<void>> stores;
  for (const auto &file : files)
    stores.push_back(std::async(std::launch::async, store, file));
  waitForAll(stores);
}

void readsByAMemberPointer(const std::vector<std::string> &files) {
  std::vector<std::future<int>> sizes;
  for (const auto &file : files)
    sizes.push_back(std::async(std::launch::async, measure, file));
  std::vector<int> read;
  std::transform(sizes.begin(), sizes.end(), std::back_inserter(read),
                 std::mem_fn(&std::future<int>::get));
}
