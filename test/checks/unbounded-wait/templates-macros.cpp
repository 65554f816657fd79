// RUN: %check %s joinery-unbounded-wait
// Once per template; macros at their expansion.

#include <atomic>
#include <chrono>
#include <future>
#include <stop_token>
#include <thread>
#include <utility>

bool more();
void shipAll();
template <typename T> void ship(T &Source);

// Reports.

template <typename T> class Shipper {
public:
  explicit Shipper(T &Source) : Worker([&Source] {
    while (more())
      ship(Source);
  }) {}
  ~Shipper() {
    Worker.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]
  }

private:
  std::thread Worker;
};

template <typename Thread> class Runner {
public:
  Runner() : Worker(&Runner::run, this) {}
  ~Runner() {
    if (Worker.joinable())
      Worker.join();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]
  }

private:
  void run() {
    while (more())
      ship(Rounds);
  }
  int Rounds = 0;
  Thread Worker;
};

#define JOIN(THREAD)                                                           \
  do {                                                                         \
    if ((THREAD).joinable())                                                   \
      (THREAD).join();                                                         \
  } while (false)
#define WHILE_MORE(...)                                                        \
  while (more()) {                                                             \
    __VA_ARGS__;                                                               \
  }

class ByAMacro {
public:
  ByAMacro() : Worker([] {
    int Rounds = 0;
    WHILE_MORE(ship(Rounds))
  }) {}
  ~ByAMacro() {
    JOIN(Worker);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]
  }

private:
  std::thread Worker;
};

// Stays silent.

template <typename T> class Stoppable {
public:
  explicit Stoppable(T &Source) : Worker([this, &Source] {
    while (!Stopping && more())
      ship(Source);
  }) {}
  ~Stoppable() {
    Stopping = true;
    Worker.join();
  }

private:
  std::atomic<bool> Stopping{false};
  std::thread Worker;
};

template <typename Thread> class Wrapper {
public:
  explicit Wrapper(Thread Given) : Worker(std::move(Given)) {}
  ~Wrapper() { Worker.join(); }

private:
  Thread Worker;
};

template <int Count> class Counted {
public:
  Counted() : Worker([] {
    int Source = 0;
    for (int Round = 0; Round < Count; ++Round)
      ship(Source);
  }) {}
  ~Counted() { Worker.join(); }

private:
  std::thread Worker;
};

template <typename T> class Punctual {
public:
  explicit Punctual(T &Source)
      : Shipped(std::async(std::launch::async, [&Source] {
          while (more())
            ship(Source);
        })) {}
  bool finish() {
    return Shipped.wait_for(std::chrono::seconds(5)) ==
           std::future_status::ready;
  }

private:
  std::future<void> Shipped;
};

template <typename T> class NeverMade {
public:
  explicit NeverMade(T &Source) : Worker([&Source] {
    while (more())
      ship(Source);
  }) {}
  ~NeverMade() { Worker.join(); }

private:
  std::thread Worker;
};

#define STOP_AND_JOIN(FLAG, THREAD)                                            \
  do {                                                                         \
    (FLAG) = true;                                                             \
    (THREAD).join();                                                           \
  } while (false)

class StoppedByAMacro {
public:
  StoppedByAMacro() : Worker([this] {
    int Rounds = 0;
    while (!Stopping && more())
      ship(Rounds);
  }) {}
  ~StoppedByAMacro() { STOP_AND_JOIN(Stopping, Worker); }

private:
  std::atomic<bool> Stopping{false};
  std::thread Worker;
};

class BoundedInAMacro {
public:
  BoundedInAMacro() : Worker([] {
    int Rounds = 0;
    ship(Rounds);
  }) {}
  ~BoundedInAMacro() { JOIN(Worker); }

private:
  std::thread Worker;
};

void makeThem(int &First, long &Second) {
  Shipper<int> A(First);
  Shipper<long> B(Second);
  Runner<std::thread> C;
  ByAMacro D;
  Stoppable<int> E(First);
  Wrapper<std::thread> F{std::thread(shipAll)};
  Counted<3> G;
  Punctual<int> H(First);
  H.finish();
  StoppedByAMacro I;
  BoundedInAMacro J;
}
