// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Handles joined through loops and algorithms: one element stands for all,
// and no bound has to match.
#include <boost/thread/thread.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

void work(int part);
void step();

void byRangeFor() {
  std::vector<std::thread> workers;
  for (int i = 0; i < 4; ++i)
    workers.emplace_back(work, i);
  for (auto &worker : workers)
    worker.join();
}

void byStructuredBinding() {
  std::map<std::string, std::thread> workers;
  workers.emplace("a", std::thread(work, 1));
  for (auto &[name, worker] : workers)
    if (worker.joinable())
      worker.join();
}

void byIndex() {
  std::vector<std::thread> workers(3);
  for (std::size_t i = 0; i < workers.size(); ++i)
    workers[i] = std::thread(work, 1);
  for (std::size_t i = 0; i < workers.size(); ++i)
    workers[i].join();
}

void byIterator() {
  std::list<std::thread> workers;
  workers.emplace_back(work, 1);
  for (auto it = workers.begin(); it != workers.end(); ++it)
    it->join();
}

void byMemberFunction() {
  std::vector<std::thread> workers;
  workers.emplace_back(work, 1);
  std::for_each(workers.begin(), workers.end(),
                std::mem_fn(&std::thread::join));
}

void byRanges() {
  std::vector<std::thread> workers;
  workers.emplace_back(work, 1);
  std::ranges::for_each(workers, &std::thread::join);
}

void byLambda() {
  std::vector<std::thread> workers;
  workers.emplace_back(work, 1);
  std::for_each(workers.begin(), workers.end(), [](std::thread &worker) {
    if (worker.joinable())
      worker.join();
  });
}

void inACArray() {
  std::thread workers[4];
  for (int i = 0; i < 4; ++i)
    workers[i] = std::thread(work, i);
  for (int i = 0; i < 4; ++i)
    workers[i].join();
}

void inAnArrayOneByOne() {
  std::array<std::thread, 2> workers{std::thread(work, 1),
                                     std::thread(work, 2)};
  workers[0].join();
  workers[1].join();
}

void inAWhileLoop() {
  std::vector<std::thread> workers;
  workers.emplace_back(work, 1);
  while (!workers.empty()) {
    workers.back().join();
    workers.pop_back();
  }
}

void throughPointers() {
  std::vector<std::unique_ptr<std::thread>> workers;
  workers.push_back(std::make_unique<std::thread>(work, 1));
  for (auto &worker : workers)
    worker->join();
}

void inAThreadGroup() {
  boost::thread_group workers;
  for (int i = 0; i < 4; ++i)
    workers.create_thread(step);
  workers.join_all();
}

void joinAll(std::vector<std::thread> &workers) {
  for (auto &worker : workers)
    worker.join();
}

void inAHelper() {
  std::vector<std::thread> workers;
  workers.emplace_back(work, 1);
  joinAll(workers);
}
