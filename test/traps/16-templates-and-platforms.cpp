// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Templates, macros and platform branches: one report per pattern.
#include <future>
#include <string>
#include <thread>
#include <utility>
#include <vector>

void work();
int compute();

template <typename Fn> void runsDetached(Fn fn) {
  std::thread(std::move(fn)).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

template <typename Fn> void runsJoined(Fn fn) {
  std::thread worker(std::move(fn));
  worker.join();
}

template <typename Fn> class Worker {
public:
  explicit Worker(Fn fn) : thread_(std::move(fn)) {}
  ~Worker() { thread_.join(); }

private:
  std::thread thread_;
};

template <typename Handle> void finishes(Handle &handle) {
  if constexpr (requires { handle.join(); })
    handle.join();
  else
    handle.get();
}

template <typename... Fns> void runsAll(Fns... fns) {
  std::vector<std::thread> workers;
  (workers.emplace_back(std::move(fns)), ...);
  for (auto &worker : workers)
    worker.join();
}

#ifdef _WIN32
#define START(fn) std::thread(fn)
#else
#define START(fn) std::thread([] { fn(); })
#endif
#define FINISH(thread)                                                         \
  do {                                                                         \
    if ((thread).joinable())                                                   \
      (thread).join();                                                         \
  } while (false)

void runsByMacros() {
  std::thread worker = START(work);
  FINISH(worker);
}

void instantiates() {
  runsDetached(work);
  runsDetached([] { work(); });
  runsJoined(work);
  runsJoined([] { work(); });
  Worker<void (*)()> worker(work);
  std::thread thread(work);
  finishes(thread);
  auto future = std::async(std::launch::async, compute);
  finishes(future);
  runsAll(work, [] { work(); });
}
