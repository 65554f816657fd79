// RUN: %facts
// Counters, signals, channels, flags, and how functions end.

#include <atomic>
#include <boost/fiber/buffered_channel.hpp>
#include <condition_variable>
#include <cstdlib>
#include <latch>
#include <mutex>
#include <semaphore>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <thread>

bool early() noexcept;
void step() noexcept;

// FACT: fact: counts: signals parameter 0{{$}}
void counts(std::latch &Done) { Done.count_down(); }

// FACT: fact: waits: waits for parameter 0{{$}}
void waits(std::latch *Done) { Done->wait(); }

// FACT: fact: waitsShortly: waits with a deadline for parameter 0{{$}}
bool waitsShortly(std::counting_semaphore<> &Permits) {
  return Permits.try_acquire_for(std::chrono::seconds(1));
}

class Group {
public:
  // FACT: fact: Group::add: counts up this.Count{{$}}
  void add() { Count.fetch_add(1); }
  // FACT: fact: Group::done: counts down this.Count{{$}}
  // FACT: fact: Group::done: signals this.Count, on some paths
  void done() {
    if (Count.fetch_sub(1) == 1)
      Count.notify_all();
  }

private:
  std::atomic<int> Count{0};
};

struct Tracker {
  // FACT: fact: Tracker::begin: counts up this.Tasks.Count{{$}}
  void begin() { Tasks.add(); }
  Group Tasks;
};

using Channel = boost::fibers::buffered_channel<int>;

// FACT: fact: sends: sends on parameter 0{{$}}
// FACT: fact: sends: closes parameter 0{{$}}
void sends(Channel &To) {
  To.push(1);
  To.close();
}

// FACT: fact: drains: receives from parameter 0{{$}}
void drains(Channel &From) {
  int Value = 0;
  while (From.pop(Value) == boost::fibers::channel_op_status::success)
    step();
}

std::atomic<bool> Stopping{false};
// FACT: fact: stops: sets Stopping{{$}}
// FACT: fact: stops: stops parameter 0{{$}}
void stops(std::stop_source Source) {
  Stopping = true;
  Source.request_stop();
}

// FACT: fact: polls: asks whether to stop by parameter 0{{$}}
void polls(std::stop_token Token) {
  while (!Token.stop_requested())
    step();
}

// FACT: fact: helps: sends on parameter 0, on some paths
// FACT: fact: helps: closes parameter 0, on some paths
void helps(Channel &To) {
  if (early())
    sends(To);
}

// FACT: fact: helpsAgain: sends on parameter 0, on some paths
// FACT: fact: helpsAgain: closes parameter 0, on some paths
void helpsAgain(Channel &To) { helps(To); }

// FACT: fact: throws: throws
void throws() {
  if (early())
    throw std::runtime_error("early");
}

void catches() {
  try {
    throws();
  } catch (const std::exception &) {
  }
}

// FACT: fact: ends: ends the program, on some paths
void ends() {
  if (early())
    std::exit(1);
}

// FACT: fact: endsAlways: ends the program{{$}}
// FACT: fact: endsAlways: never returns
[[noreturn]] void endsAlways() { std::exit(1); }
