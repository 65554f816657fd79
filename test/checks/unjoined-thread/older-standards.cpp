// RUN: %check %s joinery-unjoined-thread,joinery-repeated-join -- -std=c++11
// RUN: %check %s joinery-unjoined-thread,joinery-repeated-join -- -std=c++14
// Before C++17 a temporary is formally moved into the variable that it
// initializes, also into the hidden ones of a range-based for.

#include <algorithm>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

void work();
bool early();

// Stays silent.

void joinsAll(int Count) {
  std::vector<std::thread> Workers;
  for (int I = 0; I < Count; ++I)
    Workers.emplace_back(work);
  for (auto &Worker : Workers)
    Worker.join();
}

void joinsList() {
  std::list<std::thread> Workers;
  Workers.push_back(std::thread(work));
  for (std::thread &Worker : Workers)
    if (Worker.joinable())
      Worker.join();
}

void joinsMap() {
  std::map<int, std::thread> Workers;
  Workers[1] = std::thread(work);
  for (auto &Entry : Workers)
    Entry.second.join();
}

void joinsArray() {
  std::thread Workers[2];
  for (std::thread &Worker : Workers)
    Worker = std::thread(work);
  for (std::thread &Worker : Workers)
    Worker.join();
}

void joinsByIterator() {
  std::vector<std::thread> Workers;
  Workers.emplace_back(work);
  for (auto It = Workers.begin(); It != Workers.end(); ++It)
    It->join();
}

void joinsByAlgorithm() {
  std::vector<std::thread> Workers;
  Workers.emplace_back(work);
  std::for_each(Workers.begin(), Workers.end(),
                std::mem_fn(&std::thread::join));
}

void joinsOwned() {
  std::unique_ptr<std::thread> Worker(new std::thread(work));
  Worker->join();
}

std::thread make() { return std::thread(work); }

void joinsMade() {
  std::thread Worker = make();
  Worker.join();
}

void handsOn(std::vector<std::thread> &All) {
  std::thread Worker = std::thread(work);
  All.push_back(std::move(Worker));
}

struct Guard {
  std::thread Handle;
  explicit Guard(std::thread Given) : Handle(std::move(Given)) {}
  ~Guard() {
    if (Handle.joinable())
      Handle.join();
  }
};

void guarded() { Guard Worker{std::thread(work)}; }

// Reports.

void forgets() {
  std::thread Worker = std::thread(work);
  // CHECK: :[[@LINE-1]]:15: warning: {{.*}} [joinery-unjoined-thread]
  if (early())
    return;
  Worker.join();
}

void forgetsAll(int Count) {
  std::vector<std::thread> Workers;
  // CHECK: :[[@LINE-1]]:28: warning: {{.*}} [joinery-unjoined-thread]
  for (int I = 0; I < Count; ++I)
    Workers.emplace_back(work);
  if (early())
    return;
  for (auto &Worker : Workers)
    Worker.join();
}
