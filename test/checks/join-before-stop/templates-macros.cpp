// RUN: %check %s joinery-join-before-stop
// Once per template; macros at their expansion.

#include <atomic>
#include <boost/fiber/buffered_channel.hpp>
#include <stop_token>
#include <thread>

using boost::fibers::channel_op_status;

template <typename T> void measure(T &Gauge);
bool more();

// Reports.

template <typename T> class Watcher {
public:
  explicit Watcher(T &Gauge) : Gauge(Gauge), Worker(&Watcher::run, this) {}
  ~Watcher() {
    Worker.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
    Stopping = true;
  }

private:
  void run() {
    while (!Stopping)
      measure(Gauge);
  }
  T &Gauge;
  std::atomic<bool> Stopping{false};
  std::thread Worker;
};

template <typename T> void readAll(T First) {
  boost::fibers::buffered_channel<T> Values(4);
  std::thread Reader([&Values] {
    T Value;
    while (Values.pop(Value) == channel_op_status::success)
      measure(Value);
  });
  Values.push(First);
  Reader.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  Values.close();
}

template <typename Flag> void neverSaid(int &Gauge) {
  std::atomic<Flag> Stopping{};
  std::jthread Worker([&] {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
    while (!Stopping)
      measure(Gauge);
  });
}

#define JOIN(THREAD) (THREAD).join()
#define SET(FLAG) (FLAG) = true
#define UNTIL(CONDITION) while (!(CONDITION))
#define JOIN_AND_SET(THREAD, FLAG)                                             \
  do {                                                                         \
    (THREAD).join();                                                           \
    (FLAG) = true;                                                             \
  } while (false)

void joinOfAMacro(int &Gauge) {
  std::atomic<bool> Stopping{false};
  std::thread Worker([&] {
    UNTIL(Stopping) measure(Gauge);
  });
  JOIN(Worker);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  SET(Stopping);
}

void bothOfAMacro(int &Gauge) {
  std::atomic<bool> Stopping{false};
  std::thread Worker([&] {
    while (!Stopping)
      measure(Gauge);
  });
  JOIN_AND_SET(Worker, Stopping);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
}

// Stays silent.

template <typename T> class Stoppable {
public:
  explicit Stoppable(T &Gauge) : Gauge(Gauge), Worker(&Stoppable::run, this) {}
  ~Stoppable() {
    Stopping = true;
    Worker.join();
  }

private:
  void run() {
    while (!Stopping)
      measure(Gauge);
  }
  T &Gauge;
  std::atomic<bool> Stopping{false};
  std::thread Worker;
};

template <typename T> void readUntilClosed(T First) {
  boost::fibers::buffered_channel<T> Values(4);
  std::thread Reader([&Values] {
    T Value;
    while (Values.pop(Value) == channel_op_status::success)
      measure(Value);
  });
  Values.push(First);
  Values.close();
  Reader.join();
}

template <typename T> void byItsToken(T &Gauge) {
  std::jthread Worker([&Gauge](std::stop_token Stop) {
    while (!Stop.stop_requested())
      measure(Gauge);
  });
}

template <typename F> void byAParameter(F Stop, int &Gauge) {
  std::atomic<bool> Stopping{false};
  std::thread Worker([&] {
    while (!Stopping)
      measure(Gauge);
  });
  Stop(Stopping);
  Worker.join();
}

template <bool Endless> void endsByItself(int &Gauge) {
  std::atomic<bool> Stopping{false};
  std::thread Worker([&] {
    while (!Stopping) {
      measure(Gauge);
      if (!Endless && !more())
        break;
    }
  });
  if (Endless)
    Stopping = true;
  Worker.join();
}

template <typename T> void neverMade(T &Gauge) {
  std::atomic<bool> Stopping{false};
  std::thread Worker([&] {
    while (!Stopping)
      measure(Gauge);
  });
  Worker.join();
}

void setByAMacro(int &Gauge) {
  std::atomic<bool> Stopping{false};
  std::thread Worker([&] {
    UNTIL(Stopping) measure(Gauge);
  });
  SET(Stopping);
  JOIN(Worker);
}

#define STOPPING_AT_END(FLAG)                                                  \
  struct AtEnd {                                                               \
    std::atomic<bool> &Flag;                                                   \
    ~AtEnd() { Flag = true; }                                                  \
  } Setter { FLAG }

void setByAGuardOfAMacro(int &Gauge) {
  std::atomic<bool> Stopping{false};
  std::jthread Worker([&] {
    while (!Stopping)
      measure(Gauge);
  });
  STOPPING_AT_END(Stopping);
  measure(Gauge);
}

void makeThem(int &First, long &Second) {
  Watcher<int> A(First);
  Watcher<long> B(Second);
  readAll(1);
  readAll(1L);
  neverSaid<bool>(First);
  neverSaid<int>(First);
  Stoppable<int> C(First);
  readUntilClosed(1);
  byItsToken(First);
  byAParameter([](std::atomic<bool> &Flag) { Flag = true; }, First);
  endsByItself<false>(First);
}
