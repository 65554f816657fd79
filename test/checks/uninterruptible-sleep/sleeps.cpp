// RUN: %check %s joinery-*
// Sleeps of several libraries, with all checks at once.

#include <absl/time/clock.h>
#include <atomic>
#include <boost/thread.hpp>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <semaphore>
#include <stop_token>
#include <thread>
#include <unistd.h>
using namespace std::chrono_literals;
void work();
extern std::atomic<bool> Stop;
extern std::chrono::milliseconds Interval;
// Silent.
void s1() {
  std::thread T([] {
    while (!Stop) {
      work();
      std::this_thread::sleep_for(10ms);
    }
  });
  T.join();
}
void s2() {
  while (!Stop)
    std::this_thread::sleep_for(10s);
}
void s3() {
  std::thread T([] {
    std::this_thread::sleep_for(5s);
    work();
  });
  T.join();
}
void s4() {
  std::thread T([] {
    for (int I = 0; I < 3; ++I)
      std::this_thread::sleep_for(1s);
  });
  T.join();
}
void s5() {
  std::jthread T([](std::stop_token S) {
    std::mutex M;
    std::condition_variable_any Cv;
    std::unique_lock L(M);
    while (!S.stop_requested()) {
      work();
      Cv.wait_for(L, S, 1s, [] { return false; });
    }
  });
}
void s6() {
  boost::thread T([] {
    while (!Stop)
      boost::this_thread::sleep_for(boost::chrono::seconds(1));
  });
  T.join();
}
void s7() {
  std::thread T([] {
    while (!Stop) {
      usleep(50000);
    }
  });
  T.join();
}
void s8() {
  std::thread T([] {
    while (!Stop) {
      std::this_thread::yield();
    }
  });
  T.join();
}
constexpr auto Short = std::chrono::milliseconds(20);
void s9() {
  std::thread T([] {
    while (!Stop) {
      std::this_thread::sleep_for(Short);
    }
  });
  T.join();
}
void s10() {
  std::thread T([] {
    while (!Stop) {
      std::this_thread::sleep_for(std::chrono::microseconds(500));
    }
  });
  T.join();
}
void s11() {
  std::thread T([] {
    while (!Stop) {
      for (int I = 0; I < 10 && !Stop; ++I)
        std::this_thread::sleep_for(50ms);
      work();
    }
  });
  T.join();
}
// Bad.
void b1() {
  std::thread T([] {
    while (!Stop) {
      work();
      std::this_thread::sleep_for(1s);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
    }
  });
  T.join();
}
void b2() {
  std::jthread T([](std::stop_token S) {
    while (!S.stop_requested()) {
      std::this_thread::sleep_for(std::chrono::minutes(1));
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
      work();
    }
  });
}
void b3() {
  std::thread T([] {
    while (!Stop.load()) {
      sleep(5);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
    }
  });
  T.join();
}
void b4() {
  std::thread T([] {
    for (;;) {
      if (Stop)
        break;
      usleep(500000);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
    }
  });
  T.join();
}
void b5() {
  std::thread T([] {
    while (!Stop) {
      work();
      std::this_thread::sleep_for(Interval);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
    }
  });
  T.join();
}
void b6() {
  std::thread T([] {
    while (!Stop) {
      auto Next = std::chrono::steady_clock::now() + 1s;
      work();
      std::this_thread::sleep_until(Next);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
    }
  });
  T.join();
}
void pause(int Ms) {
  std::this_thread::sleep_for(std::chrono::milliseconds(Ms));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
}
void b7() {
  std::thread T([] {
    while (!Stop) {
      work();
      pause(500);
    }
  });
  T.join();
}
void b8() {
  std::thread T([] {
    while (!Stop) {
      timespec Ts{2, 0};
      nanosleep(&Ts, nullptr);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
    }
  });
  T.join();
}
void b9() {
  std::thread T([] {
    while (!Stop) {
      absl::SleepFor(absl::Seconds(2));
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
    }
  });
  T.join();
}
class Flusher {
public:
  explicit Flusher(std::chrono::seconds P) : Period(P), T([this] { run(); }) {}
  ~Flusher() {
    Done = true;
    T.join();
  }

private:
  void run() {
    while (!Done) {
      flush();
      std::this_thread::sleep_for(Period);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
    }
  }
  void flush();
  std::atomic<bool> Done{false};
  std::chrono::seconds Period;
  std::thread T;
};
