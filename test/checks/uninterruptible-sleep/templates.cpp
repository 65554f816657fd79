// RUN: %check %s joinery-uninterruptible-sleep
// A template is reported once, however often it is instantiated.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

template <typename T> void poll(T &Source);

// Reports.

template <typename T> void pollOften(T &Source) {
  std::jthread Worker([&Source](std::stop_token Stop) {
    while (!Stop.stop_requested()) {
      poll(Source);
      std::this_thread::sleep_for(std::chrono::seconds(3));
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
    }
  });
}

template <typename Rep, typename Period>
void every(std::chrono::duration<Rep, Period> Length, int &Source) {
  std::jthread Worker([Length, &Source](std::stop_token Stop) {
    while (!Stop.stop_requested()) {
      poll(Source);
      std::this_thread::sleep_for(Length);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
    }
  });
}

template <typename T> class Poller {
public:
  explicit Poller(T &Source) : Source(Source), Worker([this] { run(); }) {}
  ~Poller() {
    Stopping = true;
    Worker.join();
  }

private:
  void run() {
    while (!Stopping) {
      poll(Source);
      std::this_thread::sleep_for(std::chrono::milliseconds(500));
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
    }
  }
  T &Source;
  std::atomic<bool> Stopping{false};
  std::thread Worker;
};

void makeThem(int &First, long &Second) {
  pollOften(First);
  pollOften(Second);
  every(std::chrono::seconds(1), First);
  every(std::chrono::minutes(1), First);
  Poller<int> A(First);
  Poller<long> B(Second);
}

// Stays silent.

template <typename T> void pollVeryOften(T &Source) {
  std::jthread Worker([&Source](std::stop_token Stop) {
    while (!Stop.stop_requested()) {
      poll(Source);
      std::this_thread::sleep_for(std::chrono::milliseconds(3));
    }
  });
}

template <typename T> class Waker {
public:
  explicit Waker(T &Source) : Source(Source), Worker([this](std::stop_token S) {
    run(S);
  }) {}

private:
  void run(std::stop_token Stop) {
    std::unique_lock Lock(Guard);
    while (!Stop.stop_requested()) {
      poll(Source);
      Wake.wait_for(Lock, Stop, std::chrono::seconds(3), [] { return false; });
    }
  }
  T &Source;
  std::mutex Guard;
  std::condition_variable_any Wake;
  std::jthread Worker;
};

template <typename T> void pollThrice(T &Source) {
  std::jthread Worker([&Source] {
    for (int Round = 0; Round < 3; ++Round) {
      poll(Source);
      std::this_thread::sleep_for(std::chrono::seconds(3));
    }
  });
}

template <typename T> void neverMade(T &Source) {
  std::jthread Worker([&Source](std::stop_token Stop) {
    while (!Stop.stop_requested()) {
      poll(Source);
      std::this_thread::sleep_for(std::chrono::seconds(3));
    }
  });
}

void makeTheOthers(int &Source) {
  pollVeryOften(Source);
  Waker<int> A(Source);
  pollThrice(Source);
}
