// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: pimpl and hidden destructors.

#include <memory>
#include <optional>
#include <thread>
#include <utility>

void pollSensor();

// The header part.
class Poller {
public:
  Poller();
  ~Poller();
  Poller(Poller &&) noexcept;

private:
  class Impl;
  std::unique_ptr<Impl> Self;
};

// The source part.
class Poller::Impl {
public:
  Impl() : Runner(&Impl::run, this) {}
  ~Impl() {
    if (Runner.joinable())
      Runner.join();
  }

private:
  void run() { pollSensor(); }
  std::thread Runner;
};

Poller::Poller() : Self(std::make_unique<Impl>()) {}
Poller::~Poller() = default;
Poller::Poller(Poller &&) noexcept = default;

// The outer class joins for a plain struct behind the pointer.
class Watcher {
public:
  Watcher();
  ~Watcher();

private:
  struct State;
  std::unique_ptr<State> Data;
};

struct Watcher::State {
  std::thread Runner;
  bool Seen = false;
};

Watcher::Watcher() : Data(std::make_unique<State>()) {
  Data->Runner = std::thread(pollSensor);
}

Watcher::~Watcher() {
  if (Data && Data->Runner.joinable())
    Data->Runner.join();
}

// A deleter of its own joins.
struct Runner {
  std::thread Thread{pollSensor};
};

struct JoinAndDelete {
  void operator()(Runner *R) const {
    R->Thread.join();
    delete R;
  }
};

using RunnerPtr = std::unique_ptr<Runner, JoinAndDelete>;

void ownedByDeleter() { RunnerPtr Owner(new Runner); }

// C-style interface over the object.
struct poller_handle {
  std::optional<std::thread> Thread;
};

extern "C" poller_handle *poller_open() {
  auto *Handle = new poller_handle;
  Handle->Thread.emplace(pollSensor);
  return Handle;
}

extern "C" void poller_close(poller_handle *Handle) {
  if (Handle->Thread)
    Handle->Thread->join();
  delete Handle;
}
