// RUN: %check %s joinery-forgotten-sender
// A suppression silences its line and no other.
#include <boost/fiber/unbuffered_channel.hpp>

#include <chrono>
#include <memory>
#include <thread>

using namespace std::chrono_literals;
using Answers = boost::fibers::unbuffered_channel<int>;

int solve();

int sameLine() {
  auto answers = std::make_shared<Answers>();
  std::thread([answers] {
    answers->push(solve()); // NOLINT(joinery-forgotten-sender)
  }).detach();
  int answer = 0;
  answers->pop_wait_for(answer, 1s);
  return answer;
}

int nextLine() {
  auto answers = std::make_shared<Answers>();
  std::thread([answers] {
    // NOLINTNEXTLINE(joinery-forgotten-sender)
    answers->push(solve());
  }).detach();
  int answer = 0;
  answers->pop_wait_for(answer, 1s);
  return answer;
}

std::shared_ptr<Answers> aReturnedChannel() {
  auto answers = std::make_shared<Answers>();
  std::thread([answers] {
    answers->push(solve()); // NOLINT(joinery-*)
  }).detach();
  return answers;
}

int atTheReceive() {
  auto answers = std::make_shared<Answers>();
  std::thread([answers] {
    answers->push(solve());
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  }).detach();
  int answer = 0;
  answers->pop_wait_for(answer, 1s); // NOLINT(joinery-forgotten-sender)
  return answer;
}
