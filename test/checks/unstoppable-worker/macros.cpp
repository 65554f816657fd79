// RUN: %check %s joinery-unstoppable-worker
// What a macro hides is reported where the macro is used.

#include <atomic>
#include <stop_token>
#include <thread>

void poll();
bool more();
std::atomic<bool> Stopping{false};

#define FOREVER while (true)
#define POLL_FOREVER()                                                         \
  do {                                                                         \
    poll();                                                                    \
  } while (true)
#define WORKER(NAME, ...) std::jthread NAME([] { __VA_ARGS__ })
#define LEAVE_IF(CONDITION)                                                    \
  if (CONDITION)                                                               \
  return
#define UNTIL(CONDITION) while (!(CONDITION))

// Reports.

void headOfAMacro() {
  std::jthread Worker([] {
    FOREVER
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      poll();
  });
}

void loopOfAMacro() {
  std::jthread Worker([] {
    POLL_FOREVER();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
  });
}

void taskOfAMacro() {
  WORKER(Worker, while (true) poll(););
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
}

void innerReturnOfAnotherFunction() {
  std::jthread Worker([] {
    FOREVER {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      [] { LEAVE_IF(more()); }();
    }
  });
}

// Stays silent.

void leavesByAMacro() {
  std::jthread Worker([] {
    FOREVER {
      LEAVE_IF(!more());
      poll();
    }
  });
}

void conditionOfAMacro() {
  std::jthread Worker([] {
    UNTIL(Stopping)
      poll();
  });
}

void breaks() {
  std::jthread Worker([] {
    FOREVER {
      if (!more())
        break;
    }
  });
}

void token() {
  std::jthread Worker([](std::stop_token Stop) {
    UNTIL(Stop.stop_requested())
      poll();
  });
}

#define ONCE(...)                                                              \
  do {                                                                         \
    __VA_ARGS__                                                                \
  } while (false)

void onlyOnce() {
  std::jthread Worker([] { ONCE(poll();); });
}

void noTask() {
  FOREVER poll();
}
