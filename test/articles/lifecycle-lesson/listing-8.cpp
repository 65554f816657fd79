// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture

// Channels as lifecycle signals: closed once, by their owner, and never through
// a null pointer. What is wrong with the first two is not these checks' to say,
// as every task here is joined.

#include <boost/fiber/unbuffered_channel.hpp>

#include <chrono>
#include <memory>
#include <thread>

using StopSignal = boost::fibers::unbuffered_channel<int>;

void work();

// Stays silent: the owner closes a channel that was never made.

class NullStop {
public:
  void stop() {
    std::shared_ptr<StopSignal> Stop;
    Stop->close();
  }
};

// Stays silent: the worker closes what its owner closes again.

void closedTwice() {
  StopSignal Stop;
  std::thread Worker([&Stop] {
    work();
    Stop.close();
  });
  Worker.join();
  Stop.close();
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
