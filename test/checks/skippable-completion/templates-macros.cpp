// RUN: %check %s joinery-skippable-completion
// Once per template; macros at their expansion.

#include <future>
#include <latch>
#include <semaphore>
#include <stdexcept>
#include <thread>

bool ready();
void work();

// Reports.

template <typename T> void inATemplate(T Value) {
  std::latch Done(1);
  std::jthread Worker([&Done, Value] {
    if (Value < 0)
      return;
    work();
    Done.count_down();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  });
  Done.wait();
}

template <int Permits> void permits() {
  std::counting_semaphore<Permits> Ended(0);
  std::jthread Worker([&Ended] {
    if (!ready())
      return;
    Ended.release();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  });
  Ended.acquire();
}

void makeThem() {
  inATemplate(1);
  inATemplate(1.0);
  permits<1>();
  permits<4>();
}

#define SIGNAL(LATCH) (LATCH).count_down()
#define RETURN_UNLESS(CONDITION)                                               \
  do {                                                                         \
    if (!(CONDITION))                                                          \
      return;                                                                  \
  } while (false)

void signalOfAMacro() {
  std::latch Done(1);
  std::jthread Worker([&Done] {
    if (!ready())
      return;
    SIGNAL(Done);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  });
  Done.wait();
}

void returnOfAMacro() {
  std::latch Done(1);
  std::jthread Worker([&Done] {
    RETURN_UNLESS(ready());
    Done.count_down();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-skippable-completion]
  });
  Done.wait();
}

// Stays silent.

template <typename Signal> struct AtEnd {
  Signal &Done;
  ~AtEnd() { Done.count_down(); }
};

template <typename T> void guarded(T Value) {
  std::latch Done(1);
  auto Worker = std::async(std::launch::async, [&Done, Value] {
    AtEnd<std::latch> Guard{Done};
    if (Value < 0)
      throw std::invalid_argument("negative");
  });
  Done.wait();
  Worker.get();
}

template <bool Skips> void never() {
  std::latch Done(1);
  std::jthread Worker([&Done] {
    if constexpr (Skips)
      return;
    else
      Done.count_down();
  });
  Done.wait();
}

template <typename F> void byAParameter(F Task) {
  std::latch Done(1);
  std::jthread Worker([&Done, Task] {
    Task();
    Done.count_down();
  });
  Done.wait();
}

template <typename T> void neverMade(T Value) {
  std::latch Done(1);
  std::jthread Worker([&Done, Value] {
    if (Value < 0)
      return;
    Done.count_down();
  });
  Done.wait();
}

void makeTheOthers() {
  guarded(1);
  guarded(1.0);
  never<false>();
  byAParameter(work);
}

#define DEFER(NAME, ...)                                                       \
  auto NAME##Call = [&] { __VA_ARGS__; };                                      \
  struct NAME##Type {                                                          \
    decltype(NAME##Call) &Call;                                                \
    ~NAME##Type() { Call(); }                                                  \
  } NAME{NAME##Call}

void deferredByAMacro() {
  std::latch Done(1);
  std::jthread Worker([&Done] {
    DEFER(Signal, Done.count_down());
    if (!ready())
      return;
    work();
  });
  Done.wait();
}

#define SIGNAL_AND_RETURN_UNLESS(CONDITION, LATCH)                             \
  do {                                                                         \
    if (!(CONDITION)) {                                                        \
      (LATCH).count_down();                                                    \
      return;                                                                  \
    }                                                                          \
  } while (false)

void signalsBeforeItReturns() {
  std::latch Done(1);
  std::jthread Worker([&Done] {
    SIGNAL_AND_RETURN_UNLESS(ready(), Done);
    work();
    SIGNAL(Done);
  });
  Done.wait();
}
