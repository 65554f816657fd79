// RUN: %check %s joinery-*

// The caller waits for the answer up to a deadline and leaves; the task is then
// blocked for ever, sending to nobody. Detached tasks that send their answer
// last, to a receive that is seen, are tracked by it: only the send is wrong.

#include <boost/fiber/unbuffered_channel.hpp>

#include <chrono>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

using namespace std::chrono_literals;
using boost::fibers::channel_op_status;

struct Found {
  std::string Record;
  std::error_code Error;
};

using Answers = boost::fibers::unbuffered_channel<Found>;

Found findRecord(const std::string &Term);

// Reports: the timed receive gives up, and the function returns.

std::error_code process(const std::string &Term) {
  auto Answer = std::make_shared<Answers>();
  std::thread([Answer, Term] {
    Answer->push(findRecord(Term));
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  }).detach();

  Found Got;
  if (Answer->pop_wait_for(Got, 100ms) != channel_op_status::success)
    return std::make_error_code(std::errc::timed_out);
  if (Got.Error)
    return Got.Error;
  std::printf("found %s\n", Got.Record.c_str());
  return {};
}

// Reports: with an owner it is worse, as the owner waits for ever too.

std::error_code processJoined(const std::string &Term) {
  auto Answer = std::make_shared<Answers>();
  std::jthread Lookup([Answer, Term] {
    Found Got = findRecord(Term);
    Answer->push(std::move(Got));
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  });

  Found Got;
  switch (Answer->pop_wait_for(Got, 100ms)) {
  case channel_op_status::success:
    return Got.Error;
  default:
    return std::make_error_code(std::errc::timed_out);
  }
}

// Reports: an exception leaves as a return does.

std::string require(const std::string &Term) {
  auto Answer = std::make_shared<Answers>();
  std::jthread Lookup([Answer, Term] {
    Answer->push(findRecord(Term));
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  });

  Found Got;
  if (Answer->pop_wait_for(Got, 100ms) == channel_op_status::timeout)
    throw std::runtime_error("no answer in time for " + Term);
  return Got.Record;
}

// Stays silent: the receive has no deadline, so the sender is always met.

std::error_code processPatiently(const std::string &Term) {
  auto Answer = std::make_shared<Answers>();
  std::jthread Lookup([Answer, Term] { Answer->push(findRecord(Term)); });

  Found Got;
  Answer->pop(Got);
  return Got.Error;
}
