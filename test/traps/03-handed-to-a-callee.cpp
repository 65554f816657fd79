// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Whoever takes a handle, and is not seen, has taken the duty.
#include <pthread.h>

#include <future>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

void work();
void *work_main(void *);
int compute();

void takesByValue(std::thread worker);
void takesByRvalue(std::thread &&worker);
void takesByReference(std::thread &worker);
void takesByPointer(std::thread *worker);
void takesAll(std::vector<std::thread> &workers);
void takesOwned(std::unique_ptr<std::thread> worker);
void takesFuture(std::future<int> result);
void takesId(pthread_t thread);

class Supervisor {
public:
  void adopt(std::thread worker);
  void watch(std::thread &worker);
};

void givesByValue() { takesByValue(std::thread(work)); }

void givesAMovedThread() {
  std::thread worker(work);
  takesByRvalue(std::move(worker));
}

void givesAReference() {
  std::thread worker(work);
  takesByReference(worker);
}

void givesAPointer() {
  std::thread worker(work);
  takesByPointer(&worker);
}

void givesAVector() {
  std::vector<std::thread> workers;
  workers.emplace_back(work);
  workers.emplace_back(work);
  takesAll(workers);
}

void givesAUniquePointer() { takesOwned(std::make_unique<std::thread>(work)); }

void givesAFuture() {
  auto result = std::async(std::launch::async, compute);
  takesFuture(std::move(result));
}

void givesAnId() {
  pthread_t thread;
  if (pthread_create(&thread, nullptr, work_main, nullptr) == 0)
    takesId(thread);
}

void givesToASupervisor(Supervisor &supervisor) {
  supervisor.adopt(std::thread(work));
  std::thread worker(work);
  supervisor.watch(worker);
}

class Service {
public:
  void start() { worker_ = std::thread(work); }
  void stop();
  ~Service() { stop(); }

private:
  std::thread worker_;
};
