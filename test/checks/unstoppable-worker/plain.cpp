// RUN: %check %s joinery-unstoppable-worker
// Loops of tasks that nothing ends.

#include <atomic>
#include <boost/fiber/buffered_channel.hpp>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <thread>

void poll();
bool more();
std::optional<int> receive();
[[noreturn]] void finish();

// Reports.

void constantTrue() {
  std::thread Worker([] {
    while (true)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: nothing ends this loop of a task, so the task cannot {{.*}} [joinery-unstoppable-worker]
      poll();
  });
  Worker.join();
}

void forEver() {
  std::jthread Worker([] {
    for (;;) {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: nothing ends this loop of a task, so the destructor {{.*}} [joinery-unstoppable-worker]
      poll();
      std::this_thread::sleep_for(std::chrono::seconds(1));
    }
  });
}

void run() {
  do
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
    poll();
  while (true);
}

void inACallee() {
  std::jthread Worker([] { run(); });
}

class Poller {
public:
  Poller() : Worker(&Poller::run, this) {}
  ~Poller() { Worker.join(); }

private:
  void run() {
    while (true) {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      if (!more())
        continue;
      poll();
    }
  }
  std::thread Worker;
};

void ignoresTheToken() {
  std::jthread Worker([](std::stop_token) {
    while (true)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      poll();
  });
}

void neverLooksAtTheAnswer(boost::fibers::buffered_channel<int> &Numbers) {
  std::jthread Worker([&Numbers] {
    int Number = 0;
    while (true)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      Numbers.pop(Number);
  });
}

void innerBreak() {
  std::jthread Worker([] {
    while (true) {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      for (int I = 0; I < 3; ++I)
        if (more())
          break;
    }
  });
}

class PlainFlag {
public:
  PlainFlag() : Worker([this] {
    while (!Stopping)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: this loop of a task may never see {{.*}} [joinery-unstoppable-worker]
      poll();
  }) {}
  void stop() { Stopping = true; }
  ~PlainFlag() { Worker.join(); }

private:
  bool Stopping = false;
  std::thread Worker;
};

// Stays silent.

void token() {
  std::jthread Worker([](std::stop_token Stop) {
    while (!Stop.stop_requested())
      poll();
  });
}

void breaks() {
  std::jthread Worker([] {
    while (true)
      if (!more())
        break;
  });
}

void returns() {
  std::jthread Worker([] {
    for (;;) {
      poll();
      if (!more())
        return;
    }
  });
}

void throws() {
  std::jthread Worker([] {
    try {
      for (;;)
        if (!more())
          throw std::runtime_error("end");
    } catch (const std::runtime_error &) {
    }
  });
}

void endsTheProgram() {
  std::jthread Worker([] {
    for (;;)
      if (!more())
        finish();
  });
}

void exits() {
  std::jthread Worker([] {
    for (;;)
      if (!more())
        std::exit(0);
  });
}

void jumps() {
  std::jthread Worker([] {
    for (;;)
      if (!more())
        goto end;
  end:
    poll();
  });
}

void counts() {
  std::jthread Worker([] {
    int Rounds = 0;
    while (true)
      if (++Rounds == 3)
        break;
  });
}

void untilClosed(boost::fibers::buffered_channel<int> &Numbers) {
  std::jthread Worker([&Numbers] {
    for (int Number : Numbers)
      (void)Number;
  });
}

void untilRefused(boost::fibers::buffered_channel<int> &Numbers) {
  std::jthread Worker([&Numbers] {
    int Number = 0;
    while (true)
      if (Numbers.pop(Number) != boost::fibers::channel_op_status::success)
        return;
  });
}

void throwsWhenClosed(boost::fibers::buffered_channel<int> &Numbers) {
  std::jthread Worker([&Numbers] {
    try {
      while (true)
        (void)Numbers.value_pop();
    } catch (...) {
    }
  });
}

void untilNothingComes() {
  std::jthread Worker([] {
    while (true) {
      auto One = receive();
      if (!One)
        return;
    }
  });
}

class AtomicFlag {
public:
  AtomicFlag() : Worker([this] {
    while (!Stopping)
      poll();
  }) {}
  void stop() { Stopping = true; }
  ~AtomicFlag() { Worker.join(); }

private:
  std::atomic<bool> Stopping{false};
  std::thread Worker;
};

class GuardedFlag {
public:
  GuardedFlag() : Worker([this] { run(); }) {}
  void stop() {
    std::lock_guard Lock(Guard);
    Stopping = true;
  }
  ~GuardedFlag() { Worker.join(); }

private:
  bool stopping() {
    std::lock_guard Lock(Guard);
    return Stopping;
  }
  void run() {
    while (!stopping())
      poll();
  }
  std::mutex Guard;
  bool Stopping = false;
  std::thread Worker;
};

class WokenFlag {
public:
  WokenFlag() : Worker([this] {
    std::unique_lock Lock(Guard);
    while (!Stopping)
      Changed.wait(Lock);
  }) {}
  void stop() {
    {
      std::lock_guard Lock(Guard);
      Stopping = true;
    }
    Changed.notify_all();
  }
  ~WokenFlag() { Worker.join(); }

private:
  std::mutex Guard;
  std::condition_variable Changed;
  bool Stopping = false;
  std::thread Worker;
};

class Configured {
public:
  explicit Configured(bool Verbose) : Verbose(Verbose), Worker([this] {
    while (this->Verbose)
      if (!more())
        break;
  }) {}

private:
  bool Verbose;
  std::jthread Worker;
};

void notATask() {
  while (true)
    poll();
}

class Service {
public:
  virtual ~Service() = default;
  virtual bool stopped() const = 0;
  void run() {
    while (!stopped())
      poll();
  }
};

void virtualStop(Service &One) {
  std::jthread Worker(&Service::run, &One);
}
