// RUN: %check %s joinery-forgotten-receiver
// What a macro hides is reported where the macro is used.

#include <boost/fiber/buffered_channel.hpp>
#include <latch>
#include <semaphore>
#include <thread>

using Numbers = boost::fibers::buffered_channel<int>;
void use(int Value);

#define AWAIT(LATCH) (LATCH).wait()
#define LATCH_OF_ONE(NAME) std::latch NAME(1)
#define FOR_EACH(VALUE, NUMBERS) for (int VALUE : NUMBERS)
#define SIGNAL(LATCH) (LATCH).count_down()
#define GO(NAME, ...) std::jthread NAME([&] { __VA_ARGS__; })

// Reports.

void waitInAMacro() {
  std::latch Done(1);
  AWAIT(Done);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
}

void objectOfAMacro() {
  LATCH_OF_ONE(Done);
  Done.wait();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
}

void loopOfAMacro() {
  Numbers Values(4);
  std::jthread Reader([&Values] {
    FOR_EACH(Value, Values)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
      use(Value);
  });
  Values.push(1);
}

void taskOfAMacro() {
  std::binary_semaphore Ended(0);
  GO(Waiter, Ended.acquire());
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
}

// Stays silent.

void signalInAMacro() {
  std::latch Done(1);
  std::jthread Worker([&Done] { SIGNAL(Done); });
  AWAIT(Done);
}

void signalInATaskOfAMacro() {
  std::latch Done(1);
  GO(Worker, SIGNAL(Done));
  Done.wait();
}

void closedAfterALoopOfAMacro() {
  Numbers Values(4);
  std::jthread Reader([&Values] {
    FOR_EACH(Value, Values)
      use(Value);
  });
  Values.push(1);
  Values.close();
}

#define CLOSE_AT_END(NUMBERS)                                                  \
  struct AtEnd {                                                               \
    Numbers &Values;                                                           \
    ~AtEnd() { Values.close(); }                                               \
  } Closer { NUMBERS }

void closedByAMacro() {
  Numbers Values(4);
  std::jthread Reader([&Values] {
    FOR_EACH(Value, Values)
      use(Value);
  });
  CLOSE_AT_END(Values);
  Values.push(1);
}

#define NEVER_USED(LATCH) AWAIT(LATCH)
