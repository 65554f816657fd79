// RUN: %check %s joinery-unstoppable-worker
// A template is reported once, however often it is instantiated.

#include <atomic>
#include <functional>
#include <stop_token>
#include <thread>
#include <utility>

template <typename T> void poll(T &Source);
bool more();

// Reports.

template <typename T> void pollForEver(T &Source) {
  std::jthread Worker([&Source] {
    while (true)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      poll(Source);
  });
}

template <typename T> class Poller {
public:
  explicit Poller(T &Source) : Source(Source), Worker(&Poller::run, this) {}
  ~Poller() { Worker.join(); }

private:
  void run() {
    for (;;)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      poll(Source);
  }
  T &Source;
  std::thread Worker;
};

template <typename T> struct Job {
  T *Source;
  void operator()() const {
    do {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      poll(*Source);
    } while (1);
  }
};

template <bool Once> void pollOnce(int &Source) {
  while (!Once)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
    poll(Source);
}

void makeThem(int &First, long &Second) {
  pollForEver(First);
  pollForEver(Second);
  Poller<int> A(First);
  Poller<long> B(Second);
  std::jthread C(Job<int>{&First});
  std::jthread D(Job<long>{&Second});
  std::jthread E(pollOnce<false>, std::ref(First));
}

// Stays silent.

void pollOne(int &Source) {
  std::jthread Worker(pollOnce<true>, std::ref(Source));
}

template <typename T> void untilStopped(T &Source) {
  std::jthread Worker([&Source](std::stop_token Stop) {
    while (!Stop.stop_requested())
      poll(Source);
  });
}

template <typename Condition> void untilTrue(Condition Done) {
  std::jthread Worker([Done] {
    while (!Done())
      ;
  });
}

template <typename F> void repeat(F Step) {
  while (true)
    if (!Step())
      return;
}

void byAParameter() {
  std::jthread Worker([] { repeat([] { return more(); }); });
}

template <typename T> class Stoppable {
public:
  explicit Stoppable(T &Source) : Source(Source), Worker([this] { run(); }) {}
  ~Stoppable() {
    Stopping = true;
    Worker.join();
  }

private:
  void run() {
    while (!Stopping)
      poll(Source);
  }
  T &Source;
  std::atomic<bool> Stopping{false};
  std::thread Worker;
};

template <typename T> void neverMade(T &Source) {
  std::jthread Worker([&Source] {
    while (true)
      poll(Source);
  });
}

void makeTheOthers(int &Source, std::atomic<bool> &Flag) {
  untilStopped(Source);
  untilTrue([&Flag] { return Flag.load(); });
  Stoppable<int> A(Source);
}
