// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture

// A task waits for a value that nobody will ever send. To these checks it is a
// task that was given up: nothing can wait for it.

#include <boost/fiber/unbuffered_channel.hpp>

#include <cstdio>
#include <memory>
#include <thread>

using Numbers = boost::fibers::unbuffered_channel<int>;

// Reports: the task is detached and raises no completion signal.

void waitForever() {
  auto Values = std::make_shared<Numbers>();
  std::thread([Values] {
    int Value = 0;
    Values->pop(Value);
    std::printf("got %d\n", Value);
  }).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
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
