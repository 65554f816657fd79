// RUN: %check %s joinery-*

// Channels as lifecycle signals: closed once, by their owner, and never through
// a null pointer.

#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/unbuffered_channel.hpp>

#include <chrono>
#include <memory>
#include <thread>
#include <vector>

using StopSignal = boost::fibers::unbuffered_channel<int>;

void work();

// Reports: the owner closes a channel that was never made.

class NullStop {
public:
  void stop() {
    std::shared_ptr<StopSignal> Stop;
    Stop->close();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-channel-close]
  }
};

// Stays silent: the worker closes what its owner closes again, which this
// library permits. listing-8-twice.cpp has one that does not.

void closedTwice() {
  StopSignal Stop;
  std::thread Worker([&Stop] {
    work();
    Stop.close();
  });
  Worker.join();
  Stop.close();
}

using Numbers = boost::fibers::buffered_channel<int>;

// Reports: what is sent after the close is lost.

void sendsTooLate(Numbers &Output) {
  Output.push(1);
  Output.close();
  Output.push(2);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-channel-close]
}

// Reports: the receiver closes a channel on which another task still sends.

void closedByItsReceiver() {
  Numbers Values(64);
  std::jthread Sender([&Values] {
    for (int Value = 0; Value < 16; ++Value)
      Values.push(Value);
  });
  std::jthread Receiver([&Values] {
    int First = 0;
    Values.pop(First);
    Values.close();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-channel-close]
  });
}

// Reports: the first of several senders closes it under the others.

void closedByTheFirst() {
  Numbers Values(64);
  std::vector<std::jthread> Senders;
  for (int Value = 0; Value < 4; ++Value)
    Senders.emplace_back([&Values, Value] {
      Values.push(Value);
      Values.close();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-channel-close]
    });
}

// Stays silent: the owner closes it when the senders have ended.

void closedByTheOwner() {
  Numbers Values(64);
  std::jthread Receiver([&Values] {
    int Value = 0;
    while (Values.pop(Value) == boost::fibers::channel_op_status::success)
      work();
  });
  {
    std::vector<std::jthread> Senders;
    for (int Value = 0; Value < 4; ++Value)
      Senders.emplace_back([&Values, Value] { Values.push(Value); });
  }
  Values.close();
}

// Stays silent: the only sender tells its receiver that this was all.

void closedByTheOnlySender() {
  Numbers Values(64);
  std::jthread Sender([&Values] {
    for (int Value = 0; Value < 16; ++Value)
      Values.push(Value);
    Values.close();
  });
  int Value = 0;
  while (Values.pop(Value) == boost::fibers::channel_op_status::success)
    work();
}

// Stays silent: the pointer is looked at first.

void closedIfMade(std::shared_ptr<Numbers> Output) {
  if (Output)
    Output->close();
}

// Stays silent: made by the owner, closed by the owner, once.

class Worker {
public:
  Worker() : Thread([this] { run(); }) {}
  ~Worker() {
    Stop.close();
    Thread.join();
  }

private:
  void run() {
    using boost::fibers::channel_op_status;
    int Ignored = 0;
    while (Stop.pop_wait_for(Ignored, std::chrono::milliseconds(100)) ==
           channel_op_status::timeout)
      work();
  }

  StopSignal Stop;
  std::thread Thread;
};
