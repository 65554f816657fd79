// RUN: %check %s joinery-uninterruptible-sleep
// Sleeps in loops that look at a stop signal.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <semaphore>
#include <stop_token>
#include <thread>
#include <unistd.h>

void poll();
bool again();
extern std::chrono::milliseconds Interval;
std::atomic<bool> Stopping{false};

using namespace std::chrono_literals;
constexpr auto Period = 2s;

// Reports.

void seconds(std::stop_token Stop) {
  while (!Stop.stop_requested()) {
    poll();
    std::this_thread::sleep_for(std::chrono::seconds(1));
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: this sleep of 1 s {{.*}} [joinery-uninterruptible-sleep]
  }
}

void literal(std::stop_token Stop) {
  while (!Stop.stop_requested()) {
    poll();
    std::this_thread::sleep_for(250ms);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: this sleep of 250 ms {{.*}} [joinery-uninterruptible-sleep]
  }
}

void constant(std::stop_token Stop) {
  while (!Stop.stop_requested()) {
    poll();
    std::this_thread::sleep_for(Period);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: this sleep of 2 s {{.*}} [joinery-uninterruptible-sleep]
  }
}

void configured(std::stop_token Stop) {
  while (!Stop.stop_requested()) {
    poll();
    std::this_thread::sleep_for(Interval);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: this sleep of a length {{.*}} [joinery-uninterruptible-sleep]
  }
}

void until(std::stop_token Stop) {
  while (!Stop.stop_requested()) {
    poll();
    std::this_thread::sleep_until(std::chrono::steady_clock::now() + 5s);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
  }
}

void flag() {
  while (!Stopping.load()) {
    poll();
    sleep(1);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
  }
}

void inTheMiddle(std::stop_token Stop) {
  while (true) {
    poll();
    usleep(500 * 1000);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
    if (Stop.stop_requested())
      break;
  }
}

void retry(std::stop_token Stop) {
  while (!Stop.stop_requested()) {
    poll();
    while (again())
      std::this_thread::sleep_for(1s);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
  }
}

void pauseALittle() {
  std::this_thread::sleep_for(300ms);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
}

void inAHelper(std::stop_token Stop) {
  while (!Stop.stop_requested()) {
    poll();
    pauseALittle();
  }
}

void startAll() {
  std::jthread A(seconds), B(literal), C(constant), D(configured), E(until),
      F(flag), G(inTheMiddle), H(retry), I(inAHelper);
}

// Stays silent.

void shortSleep(std::stop_token Stop) {
  while (!Stop.stop_requested()) {
    poll();
    std::this_thread::sleep_for(20ms);
    usleep(1000);
    std::this_thread::sleep_until(std::chrono::steady_clock::now() + 10ms);
  }
}

void onceBefore(std::stop_token Stop) {
  std::this_thread::sleep_for(1s);
  while (!Stop.stop_requested())
    poll();
}

void nobodyCanStopIt() {
  for (int Round = 0; Round < 3; ++Round) {
    poll();
    std::this_thread::sleep_for(1s);
  }
}

void interruptible(std::stop_token Stop) {
  std::mutex Guard;
  std::condition_variable_any Pause;
  std::unique_lock Lock(Guard);
  while (!Stop.stop_requested()) {
    poll();
    Pause.wait_for(Lock, Stop, 5s, [] { return false; });
  }
}

void timedWait(std::binary_semaphore &Stop) {
  while (!Stop.try_acquire_for(5s))
    poll();
}

void onlyPolls() {
  while (!Stopping)
    std::this_thread::sleep_for(200ms);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
}

void waitsToBegin() {
  while (!Stopping)
    std::this_thread::sleep_for(200ms);
  poll();
}

void startQuiet(std::binary_semaphore &Stop) {
  std::jthread A(shortSleep), B(onceBefore), C(nobodyCanStopIt),
      D(interruptible), E(timedWait, std::ref(Stop)), F(onlyPolls),
      G(waitsToBegin);
}

void notATask(std::stop_token Stop) {
  while (!Stop.stop_requested()) {
    poll();
    std::this_thread::sleep_for(1s);
  }
}
