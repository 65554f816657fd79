// RUN: %check %s joinery-uninterruptible-sleep
// What a macro hides is reported where the macro is used.

#include <atomic>
#include <chrono>
#include <stop_token>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;
void poll();
std::atomic<bool> Stopping{false};

#define PAUSE(LENGTH) std::this_thread::sleep_for(LENGTH)
#define LONG_PAUSE 5s
#define NAP() usleep(2000)
#define UNTIL(CONDITION) while (!(CONDITION))
#define EVERY(LENGTH, ...)                                                     \
  while (!Stopping) {                                                          \
    __VA_ARGS__;                                                               \
    std::this_thread::sleep_for(LENGTH);                                       \
  }

// Reports.

void sleepOfAMacro() {
  std::jthread Worker([] {
    while (!Stopping) {
      poll();
      PAUSE(5s);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
    }
  });
}

void lengthOfAMacro() {
  std::jthread Worker([] {
    UNTIL(Stopping) {
      poll();
      std::this_thread::sleep_for(LONG_PAUSE);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
    }
  });
}

void loopOfAMacro() {
  std::jthread Worker([] {
    EVERY(2s, poll());
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-uninterruptible-sleep]
  });
}

// Stays silent.

void shortSleepOfAMacro() {
  std::jthread Worker([] {
    while (!Stopping) {
      poll();
      PAUSE(5ms);
    }
  });
}

void nap() {
  std::jthread Worker([] {
    UNTIL(Stopping) {
      poll();
      NAP();
    }
  });
}

void shortLoopOfAMacro() {
  std::jthread Worker([] { EVERY(20ms, poll()); });
}

void noStop() {
  std::jthread Worker([] {
    for (int Round = 0; Round < 3; ++Round) {
      poll();
      PAUSE(LONG_PAUSE);
    }
  });
}

void noTask() { EVERY(2s, poll()); }

#ifdef SLOW_MACHINE
void notCompiled() {
  std::jthread Worker([] { EVERY(2s, poll()); });
}
#endif
