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

// FACT-DAG: fact: counts: signals parameter 0{{$}}
void counts(std::latch &Done) { Done.count_down(); }

// FACT-DAG: fact: waits: waits for parameter 0{{$}}
void waits(std::latch *Done) { Done->wait(); }

// FACT-DAG: fact: waitsShortly: waits for parameter 0{{$}}
bool waitsShortly(std::counting_semaphore<> &Permits) {
  return Permits.try_acquire_for(std::chrono::seconds(1));
}

class Group {
public:
  void add() { Count.fetch_add(1); }
  void done() {
    if (Count.fetch_sub(1) == 1)
      Count.notify_all();
  }

private:
  std::atomic<int> Count{0};
};

struct Tracker {
  void begin() { Tasks.add(); }
  Group Tasks;
};

using Channel = boost::fibers::buffered_channel<int>;

// FACT-DAG: fact: sends: signals parameter 0{{$}}
void sends(Channel &To) {
  To.push(1);
  To.close();
}

// FACT-DAG: fact: drains: waits for parameter 0{{$}}
// FACT-DAG: fact: drains: calls #{{[0-9a-f]+}}{{$}}
void drains(Channel &From) {
  int Value = 0;
  while (From.pop(Value) == boost::fibers::channel_op_status::success)
    step();
}

std::atomic<bool> Stopping{false};
// FACT-DAG: fact: stops: signals parameter 0{{$}}
void stops(std::stop_source Source) {
  Stopping = true;
  Source.request_stop();
}

// FACT-DAG: fact: polls: calls #{{[0-9a-f]+}}{{$}}
void polls(std::stop_token Token) {
  while (!Token.stop_requested())
    step();
}

// FACT-DAG: fact: helps: signals parameter 0{{$}}
// FACT-DAG: fact: helps: calls #{{[0-9a-f]+}}{{$}}
// FACT-DAG: fact: helps: calls sends with 0 = parameter 0{{$}}
void helps(Channel &To) {
  if (early())
    sends(To);
}

// FACT-DAG: fact: helpsAgain: signals parameter 0{{$}}
// FACT-DAG: fact: helpsAgain: calls helps with 0 = parameter 0{{$}}
void helpsAgain(Channel &To) { helps(To); }

// FACT-DAG: fact: throws: calls #{{[0-9a-f]+}}{{$}}
void throws() {
  if (early())
    throw std::runtime_error("early");
}

// FACT-DAG: fact: catches: calls throws{{$}}
void catches() {
  try {
    throws();
  } catch (const std::exception &) {
  }
}

// FACT-DAG: fact: ends: ends the program at signals.cpp:{{[0-9]+}}:{{[0-9]+}}{{$}}
// FACT-DAG: fact: ends: calls #{{[0-9a-f]+}}{{$}}
void ends() {
  if (early())
    std::exit(1);
}

// FACT-DAG: fact: endsAlways: never returns{{$}}
// FACT-DAG: fact: endsAlways: ends the program at signals.cpp:{{[0-9]+}}:{{[0-9]+}}{{$}}
[[noreturn]] void endsAlways() { std::exit(1); }
