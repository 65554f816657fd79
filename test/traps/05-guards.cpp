// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// A class whose destructor joins is an owner, whatever it is called; so is a
// scope guard.
#include <boost/thread/scoped_thread.hpp>
#include <boost/thread/thread.hpp>

#include <atomic>
#include <functional>
#include <memory>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

void work();
bool ready();

class Guard {
public:
  explicit Guard(std::thread &thread) : thread_(thread) {}
  ~Guard() {
    if (thread_.joinable())
      thread_.join();
  }
  Guard(const Guard &) = delete;
  Guard &operator=(const Guard &) = delete;

private:
  std::thread &thread_;
};

class JoiningThread {
public:
  template <typename... Args>
  explicit JoiningThread(Args &&...args)
      : thread_(std::forward<Args>(args)...) {}
  JoiningThread(JoiningThread &&) = default;
  ~JoiningThread() { finish(); }

private:
  void finish() {
    if (thread_.joinable())
      thread_.join();
  }

  std::thread thread_;
};

template <typename Fn> class ScopeExit {
public:
  explicit ScopeExit(Fn fn) : fn_(std::move(fn)) {}
  ~ScopeExit() { fn_(); }

private:
  Fn fn_;
};

#define CONCAT_(a, b) a##b
#define CONCAT(a, b) CONCAT_(a, b)
#define ON_SCOPE_EXIT(...)                                                     \
  ScopeExit CONCAT(exit_, __LINE__)([&] { __VA_ARGS__; })

void guardsAThread() {
  std::thread worker(work);
  Guard guard(worker);
  if (!ready())
    throw std::runtime_error("not ready");
}

void wrapsAThread() {
  JoiningThread worker(work);
  if (!ready())
    return;
  work();
}

void holdsWrappers() {
  std::vector<JoiningThread> workers;
  workers.emplace_back(work);
  workers.emplace_back(work);
}

void defersTheJoin() {
  std::thread worker(work);
  ScopeExit join([&worker] { worker.join(); });
  if (!ready())
    return;
  work();
}

void defersTheJoinByAMacro() {
  std::thread worker(work);
  ON_SCOPE_EXIT(worker.join());
  if (!ready())
    return;
  work();
}

void scopesABoostThread() {
  boost::scoped_thread<> worker{boost::thread(work)};
  boost::strict_scoped_thread<> strict{boost::thread(work)};
  work();
}

struct JoinAndDelete {
  void operator()(std::thread *thread) const {
    thread->join();
    delete thread;
  }
};

void joinsInADeleter() {
  std::unique_ptr<std::thread, JoinAndDelete> worker(new std::thread(work));
  if (!ready())
    return;
  work();
}

class Service {
public:
  Service() : thread_([this] { run(); }) {}
  ~Service() { stop(); }

  void stop() {
    stopping_ = true;
    if (thread_.joinable())
      thread_.join();
  }

private:
  void run() {
    while (!stopping_)
      work();
  }

  std::atomic<bool> stopping_{false};
  std::thread thread_;
};
