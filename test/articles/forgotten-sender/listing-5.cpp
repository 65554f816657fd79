// RUN: %check %s joinery-*

// The repair: room for the answer, so that the send never waits, whether
// anybody is left to receive it or not.

#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/unbuffered_channel.hpp>

#include <chrono>
#include <cstdio>
#include <memory>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

using namespace std::chrono_literals;
using boost::fibers::channel_op_status;

struct Found {
  std::string Record;
  std::error_code Error;
};

Found findRecord(const std::string &Term);

// Stays silent: Boost.Fiber's ring of two holds one answer.

std::error_code process(const std::string &Term) {
  auto Answer = std::make_shared<boost::fibers::buffered_channel<Found>>(2);
  std::thread([Answer, Term] { Answer->push(findRecord(Term)); }).detach();

  Found Got;
  if (Answer->pop_wait_for(Got, 100ms) != channel_op_status::success)
    return std::make_error_code(std::errc::timed_out);
  if (Got.Error)
    return Got.Error;
  std::printf("found %s\n", Got.Record.c_str());
  return {};
}

// Stays silent: the same with an owner, who can now join in bounded time.

std::error_code processJoined(const std::string &Term) {
  boost::fibers::buffered_channel<Found> Answer(2);
  std::jthread Lookup([&Answer, Term] { Answer.push(findRecord(Term)); });

  Found Got;
  if (Answer.pop_wait_for(Got, 100ms) != channel_op_status::success)
    return std::make_error_code(std::errc::timed_out);
  return Got.Error;
}

// Stays silent: no room, but the path that gives up closes the channel, and
// closing releases the sender.

std::error_code processOrClose(const std::string &Term) {
  boost::fibers::unbuffered_channel<Found> Answer;
  std::jthread Lookup([&Answer, Term] { Answer.push(findRecord(Term)); });

  Found Got;
  if (Answer.pop_wait_for(Got, 100ms) != channel_op_status::success) {
    Answer.close();
    return std::make_error_code(std::errc::timed_out);
  }
  return Got.Error;
}

// Reports: room for one answer is not room for three.

Found findOnShelf(int Shelf, const std::string &Term);

std::error_code processShelves(const std::string &Term) {
  auto Answer = std::make_shared<boost::fibers::buffered_channel<Found>>(2);
  std::vector<std::jthread> Lookups;
  for (int Shelf = 0; Shelf < 3; ++Shelf)
    Lookups.emplace_back([Answer, Shelf, Term] {
      Answer->push(findOnShelf(Shelf, Term));
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
    });

  Found Got;
  if (Answer->pop_wait_for(Got, 100ms) != channel_op_status::success)
    return std::make_error_code(std::errc::timed_out);
  return Got.Error;
}

// Stays silent: a ring of four holds three.

std::error_code processShelvesWithRoom(const std::string &Term) {
  auto Answer = std::make_shared<boost::fibers::buffered_channel<Found>>(4);
  std::vector<std::jthread> Lookups;
  for (int Shelf = 0; Shelf < 3; ++Shelf)
    Lookups.emplace_back(
        [Answer, Shelf, Term] { Answer->push(findOnShelf(Shelf, Term)); });

  Found Got;
  if (Answer->pop_wait_for(Got, 100ms) != channel_op_status::success)
    return std::make_error_code(std::errc::timed_out);
  return Got.Error;
}
