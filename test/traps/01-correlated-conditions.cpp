// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// A join in another branch, and conditions that belong together: a path on
// which nothing was started owes nothing.
#include <optional>
#include <thread>
#include <utility>

void work();
void serve();

void joinsOrDetaches(bool wait) {
  std::thread worker(work);
  if (wait)
    worker.join();
  else
    worker.detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void startsSometimes(bool parallel) {
  std::thread worker;
  if (parallel)
    worker = std::thread(work);
  serve();
  if (worker.joinable())
    worker.join();
}

void asksTheSameFlagTwice(const bool parallel) {
  std::thread worker;
  if (parallel)
    worker = std::thread(work);
  serve();
  if (parallel)
    worker.join();
}

void leavesWhenThereIsNothing(bool parallel) {
  std::thread worker;
  if (parallel)
    worker = std::thread(work);
  if (!worker.joinable())
    return;
  serve();
  worker.join();
}

void startsInOneOfTwoBranches(int mode) {
  std::thread worker;
  switch (mode) {
  case 0:
    worker = std::thread(work);
    break;
  case 1:
    worker = std::thread(serve);
    break;
  default:
    return;
  }
  worker.join();
}

void startsInAnOptional(bool parallel) {
  std::optional<std::thread> worker;
  if (parallel)
    worker.emplace(work);
  serve();
  if (worker)
    worker->join();
}

void joinsInBothBranches(bool early) {
  std::thread worker(work);
  if (early) {
    worker.join();
    serve();
  } else {
    serve();
    worker.join();
  }
}

class Server {
public:
  void start(bool parallel) {
    if (parallel && !thread_.joinable())
      thread_ = std::thread(serve);
  }

  void stop() {
    if (thread_.joinable())
      thread_.join();
  }

  ~Server() { stop(); }

private:
  std::thread thread_;
};
