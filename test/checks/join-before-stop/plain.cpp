// RUN: %check %s joinery-join-before-stop
// Joins of tasks that have not been told to stop.

#include <atomic>
#include <condition_variable>
#include <csignal>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>

void measure();
bool more();
void observe(std::atomic<bool> &Flag);

// Reports.

class FlagAfterJoin {
public:
  ~FlagAfterJoin() {
    Worker.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: this join never returns: {{.*}} [joinery-join-before-stop]
    Running = false;
  }

private:
  void run() {
    while (Running)
      measure();
  }
  std::atomic<bool> Running{true};
  std::thread Worker{&FlagAfterJoin::run, this};
};

class NeverSaid {
public:
  NeverSaid() : Worker([this] {
    while (!Stopping)
      measure();
  }) {}
  ~NeverSaid() {
    Worker.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  }

private:
  std::atomic<bool> Stopping{false};
  std::thread Worker;
};

class OnOnePath {
public:
  OnOnePath() : Worker([this] {
    while (!Stopping)
      measure();
  }) {}
  bool finish() {
    if (!more()) {
      Worker.join();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
      return false;
    }
    Stopping = true;
    Worker.join();
    return true;
  }

private:
  std::atomic<bool> Stopping{false};
  std::thread Worker;
};

class OwnToken {
public:
  void finish() {
    Worker.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  }

private:
  std::jthread Worker{[](std::stop_token Stop) {
    while (!Stop.stop_requested())
      measure();
  }};
};

class SourceAfterJoin {
public:
  ~SourceAfterJoin() {
    Worker.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
    Source.request_stop();
  }

private:
  static void run(std::stop_token Stop) {
    while (!Stop.stop_requested())
      measure();
  }
  std::stop_source Source;
  std::thread Worker{&SourceAfterJoin::run, Source.get_token()};
};

class ForeignFlag {
public:
  ForeignFlag() : Worker([this] {
    while (!Stopping)
      measure();
  }) {}

private:
  std::atomic<bool> Stopping{false};
  std::jthread Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: the end of 'Worker' joins and never returns: {{.*}} [joinery-join-before-stop]
};

void local() {
  std::atomic<bool> Stopping{false};
  std::thread Worker([&Stopping] {
    while (!Stopping)
      measure();
  });
  measure();
  Worker.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  Stopping = true;
}

class NotWoken {
public:
  ~NotWoken() {
    {
      std::lock_guard Lock(Guard);
      Stopping = true;
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Stopping' is set here, but nothing wakes {{.*}} [joinery-join-before-stop]
    }
    Worker.join();
  }
  void add() {
    std::lock_guard Lock(Guard);
    ++Count;
    Changed.notify_one();
  }

private:
  void run() {
    std::unique_lock Lock(Guard);
    for (;;) {
      Changed.wait(Lock, [this] { return Stopping || Count > 0; });
      if (Stopping)
        return;
      --Count;
    }
  }
  std::mutex Guard;
  std::condition_variable Changed;
  bool Stopping = false;
  int Count = 0;
  std::thread Worker{&NotWoken::run, this};
};

// Stays silent.

class FlagFirst {
public:
  ~FlagFirst() {
    Running = false;
    Worker.join();
  }

private:
  void run() {
    while (Running)
      measure();
  }
  std::atomic<bool> Running{true};
  std::thread Worker{&FlagFirst::run, this};
};

class StoppedByAHelper {
public:
  ~StoppedByAHelper() {
    halt();
    Worker.join();
  }

private:
  void halt() { Stopping.store(true); }
  std::atomic<bool> Stopping{false};
  std::thread Worker{[this] {
    while (!Stopping.load())
      measure();
  }};
};

class StoppedByOthers {
public:
  void stop() { Stopping = true; }
  ~StoppedByOthers() { Worker.join(); }

private:
  std::atomic<bool> Stopping{false};
  std::thread Worker{[this] {
    while (!Stopping)
      measure();
  }};
};

class GivenToOthers {
public:
  GivenToOthers() { observe(Stopping); }
  ~GivenToOthers() { Worker.join(); }

private:
  std::atomic<bool> Stopping{false};
  std::thread Worker{[this] {
    while (!Stopping)
      measure();
  }};
};

class EndsByItself {
public:
  ~EndsByItself() { Worker.join(); }

private:
  std::atomic<bool> Stopping{false};
  std::thread Worker{[this] {
    for (int Round = 0; Round < 10 && !Stopping; ++Round)
      measure();
  }};
};

class EndsByData {
public:
  ~EndsByData() { Worker.join(); }

private:
  std::atomic<bool> Stopping{false};
  std::thread Worker{[this] {
    while (!Stopping && more())
      measure();
  }};
};

class StopsItself {
public:
  ~StopsItself() { Worker.join(); }

private:
  std::atomic<bool> Done{false};
  std::thread Worker{[this] {
    while (!Done)
      if (!more())
        Done = true;
  }};
};

class Requests {
public:
  ~Requests() {
    Worker.request_stop();
    Worker.join();
  }

private:
  std::jthread Worker{[](std::stop_token Stop) {
    while (!Stop.stop_requested())
      measure();
  }};
};

class ByItsDestructor {
  std::jthread Worker{[](std::stop_token Stop) {
    while (!Stop.stop_requested())
      measure();
  }};
};

class Woken {
public:
  ~Woken() {
    {
      std::lock_guard Lock(Guard);
      Stopping = true;
    }
    Changed.notify_all();
    Worker.join();
  }

private:
  void run() {
    std::unique_lock Lock(Guard);
    Changed.wait(Lock, [this] { return Stopping; });
  }
  std::mutex Guard;
  std::condition_variable Changed;
  bool Stopping = false;
  std::thread Worker{&Woken::run, this};
};

class Polls {
public:
  ~Polls() {
    {
      std::lock_guard Lock(Guard);
      Stopping = true;
    }
    Worker.join();
  }

private:
  void run() {
    std::unique_lock Lock(Guard);
    while (!Stopping)
      Changed.wait_for(Lock, std::chrono::milliseconds(50));
  }
  std::mutex Guard;
  std::condition_variable Changed;
  bool Stopping = false;
  std::thread Worker{&Polls::run, this};
};

class Tested {
public:
  ~Tested() { stop(); }
  void stop() {
    Stopping = true;
    if (Worker.joinable())
      Worker.join();
  }

private:
  std::atomic<bool> Stopping{false};
  std::thread Worker{[this] {
    while (!Stopping)
      measure();
  }};
};

std::atomic<bool> Interrupted{false};

void untilInterrupted() {
  std::signal(SIGINT, [](int) { Interrupted = true; });
  std::thread Worker([] {
    while (!Interrupted)
      measure();
  });
  Worker.join();
}

void localStopped() {
  std::atomic<bool> Stopping{false};
  std::thread Worker([&Stopping] {
    while (!Stopping)
      measure();
  });
  measure();
  Stopping = true;
  Worker.join();
}

void makeThem() {
  FlagAfterJoin A;
  OwnToken B;
  SourceAfterJoin C;
  NotWoken D;
  FlagFirst E;
  StoppedByAHelper F;
  StoppedByOthers G;
  GivenToOthers H;
  EndsByItself I;
  EndsByData J;
  StopsItself K;
  Requests L;
  ByItsDestructor M;
  Woken N;
  Polls O;
  Tested P;
}

void stoppedByAnother() {
  std::atomic<bool> Stopping{false};
  std::thread Worker([&Stopping] {
    while (!Stopping)
      measure();
  });
  std::thread Stopper([&Stopping] {
    measure();
    Stopping = true;
  });
  Worker.join();
  Stopper.join();
}
