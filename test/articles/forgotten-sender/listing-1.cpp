// RUN: %check %s joinery-*

// A task waits for a value that nobody will ever send, and nobody can wait for
// the task.

#include <boost/fiber/unbuffered_channel.hpp>

#include <cstdio>
#include <memory>
#include <thread>

using Numbers = boost::fibers::unbuffered_channel<int>;

// Reports: nothing ends the receive, and the task is detached and raises no
// completion signal.

void waitForever() {
  auto Values = std::make_shared<Numbers>();
  std::thread([Values] {
    int Value = 0;
    Values->pop(Value);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-receiver]
    std::printf("got %d\n", Value);
  }).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

// Reports: with an owner, it is the owner who waits for ever.

void waitForeverOwned() {
  Numbers Values;
  std::jthread Printer([&Values] {
    int Value = 0;
    Values.pop(Value);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-receiver]
    std::printf("got %d\n", Value);
  });
}

// Reports: the loop takes what is sent, and then waits for a close that does
// not come.

void waitForTheClose() {
  Numbers Values;
  std::jthread Printer([&Values] {
    for (int Value : Values)
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-receiver]
      std::printf("got %d\n", Value);
  });
  Values.push(42);
}

// Reports: the close comes after the join that needs it.

void closeTooLate() {
  Numbers Values;
  std::thread Printer([&Values] {
    for (int Value : Values)
      std::printf("got %d\n", Value);
  });
  Values.push(42);
  Printer.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-join-before-stop]
  Values.close();
}

// Stays silent: the close comes first, and the loop ends.

void closeInTime() {
  Numbers Values;
  std::thread Printer([&Values] {
    for (int Value : Values)
      std::printf("got %d\n", Value);
  });
  Values.push(42);
  Values.close();
  Printer.join();
}

// Stays silent: the frame owns the task, sends what it waits for, and joins.

void sendAndJoin() {
  Numbers Values;
  std::jthread Printer([&Values] {
    int Value = 0;
    Values.pop(Value);
    std::printf("got %d\n", Value);
  });
  Values.push(42);
}

// Stays silent: a closed channel releases its receiver.

void closeAndJoin() {
  Numbers Values;
  std::thread Printer([&Values] {
    int Value = 0;
    if (Values.pop(Value) == boost::fibers::channel_op_status::success)
      std::printf("got %d\n", Value);
  });
  Values.close();
  Printer.join();
}
