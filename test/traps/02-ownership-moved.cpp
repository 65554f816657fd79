// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// The duty to join moves with the handle, into whatever holds it.
#include <array>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

void work();
int compute();

void movesIntoAVector() {
  std::vector<std::thread> workers;
  std::thread worker(work);
  workers.push_back(std::move(worker));
  workers.emplace_back(work);
  for (auto &each : workers)
    each.join();
}

void movesIntoAnArray() {
  std::array<std::thread, 2> workers;
  std::thread worker(work);
  workers[0] = std::move(worker);
  workers[1] = std::thread(work);
  for (auto &each : workers)
    each.join();
}

void movesIntoAMap() {
  std::map<std::string, std::thread> workers;
  std::thread worker(work);
  workers.emplace("a", std::move(worker));
  workers["b"] = std::thread(work);
  for (auto &[name, each] : workers)
    each.join();
}

void movesIntoAnOptional() {
  std::thread worker(work);
  std::optional<std::thread> held(std::move(worker));
  held->join();
}

void movesIntoAUniquePointer() {
  std::thread worker(work);
  auto held = std::make_unique<std::thread>(std::move(worker));
  held->join();
}

void movesIntoATuple() {
  std::thread worker(work);
  std::tuple<int, std::thread> held(1, std::move(worker));
  std::get<1>(held).join();
}

struct Named {
  std::string name;
  std::thread thread;
};

void movesIntoAStruct() {
  std::thread worker(work);
  Named named{"worker", std::move(worker)};
  named.thread.join();
}

Named returnsAStruct() {
  std::thread worker(work);
  return {"worker", std::move(worker)};
}

std::thread returnsAThread() {
  std::thread worker(work);
  return worker;
}

void joinsWhatItWasGiven() { returnsAThread().join(); }

void swaps() {
  std::thread first(work);
  std::thread second;
  first.swap(second);
  second.join();
}

void swapsFreely() {
  std::thread first(work);
  std::thread second;
  std::swap(first, second);
  second.join();
}

void exchanges() {
  std::thread worker(work);
  std::thread old = std::exchange(worker, std::thread());
  old.join();
}

void moveAssigns() {
  std::thread worker(work);
  std::thread other;
  other = std::move(worker);
  other.join();
}

void movesIntoALambda() {
  std::thread worker(work);
  auto finish = [worker = std::move(worker)]() mutable { worker.join(); };
  finish();
}

class Pool {
public:
  void add(std::thread worker) { workers_.push_back(std::move(worker)); }
  ~Pool() {
    for (auto &worker : workers_)
      worker.join();
  }

private:
  std::vector<std::thread> workers_;
};

void movesIntoAPool(Pool &pool) {
  std::thread worker(work);
  pool.add(std::move(worker));
}

std::future<int> movesAFuture() {
  auto result = std::async(std::launch::async, compute);
  std::future<int> other = std::move(result);
  return other;
}
