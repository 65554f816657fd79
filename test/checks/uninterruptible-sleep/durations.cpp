// RUN: %check %s joinery-uninterruptible-sleep
// How long a sleep is: durations that functions make.

#include <absl/time/clock.h>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

using namespace std::chrono_literals;

void step();

// Reports

std::jthread seconds() {
  return std::jthread([](std::stop_token Stop) {
    while (!Stop.stop_requested()) {
      step();
      absl::SleepFor(absl::Seconds(3));
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: this sleep of 3 s delays {{.*}} [joinery-uninterruptible-sleep]
    }
  });
}

std::jthread halfSeconds() {
  return std::jthread([](std::stop_token Stop) {
    const absl::Duration Pause = absl::Seconds(0.5);
    while (!Stop.stop_requested()) {
      step();
      absl::SleepFor(Pause);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: this sleep of 500 ms delays {{.*}} [joinery-uninterruptible-sleep]
    }
  });
}

std::jthread minutes() {
  return std::jthread([](std::stop_token Stop) {
    while (!Stop.stop_requested()) {
      step();
      absl::SleepFor(absl::Minutes(2));
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: this sleep of 120 s delays {{.*}} [joinery-uninterruptible-sleep]
    }
  });
}

std::jthread unknown(int Seconds) {
  return std::jthread([Seconds](std::stop_token Stop) {
    while (!Stop.stop_requested()) {
      step();
      absl::SleepFor(absl::Seconds(Seconds));
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: this sleep of a length that is not constant delays {{.*}} [joinery-uninterruptible-sleep]
    }
  });
}

std::jthread shorterOfTwoLong(std::chrono::milliseconds Total) {
  return std::jthread([Total](std::stop_token Stop) {
    while (!Stop.stop_requested()) {
      step();
      std::this_thread::sleep_for(std::min(Total, 500ms));
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: this sleep of 500 ms delays {{.*}} [joinery-uninterruptible-sleep]
    }
  });
}

class ByMemoryOrder {
public:
  ByMemoryOrder() : Worker([this] { run(); }) {}
  ~ByMemoryOrder() {
    Closing.store(true, std::memory_order_release);
    Worker.join();
  }

private:
  void run() {
    while (!Closing.load(std::memory_order_acquire)) {
      step();
      std::this_thread::sleep_for(1s);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: this sleep of 1 s delays {{.*}} [joinery-uninterruptible-sleep]
    }
  }
  std::atomic<bool> Closing{false};
  std::thread Worker;
};

// Stays silent

std::jthread milliseconds() {
  return std::jthread([](std::stop_token Stop) {
    while (!Stop.stop_requested()) {
      step();
      absl::SleepFor(absl::Milliseconds(3));
    }
  });
}

std::jthread fraction() {
  return std::jthread([](std::stop_token Stop) {
    constexpr absl::Duration Pause = absl::Microseconds(900);
    while (!Stop.stop_requested()) {
      step();
      absl::SleepFor(Pause);
      absl::SleepFor(absl::Seconds(0.05));
    }
  });
}

std::jthread inSlices(std::chrono::milliseconds Total) {
  return std::jthread([Total](std::stop_token Stop) {
    while (!Stop.stop_requested()) {
      step();
      auto Left = Total;
      while (Left > 0ms && !Stop.stop_requested()) {
        auto Nap = std::min(Left, 50ms);
        std::this_thread::sleep_for(Nap);
        Left -= Nap;
      }
    }
  });
}
