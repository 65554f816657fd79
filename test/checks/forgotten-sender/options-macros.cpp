// RUN: %check %s --config='{"joinery-forgotten-sender.WarnOnMacros": "false"}' joinery-forgotten-sender
// Without WarnOnMacros, what a macro hides is left alone.
#include <boost/fiber/unbuffered_channel.hpp>

#include <chrono>
#include <memory>
#include <thread>

using namespace std::chrono_literals;
using Answers = boost::fibers::unbuffered_channel<int>;

int solve();

#define SOLVE_INTO(answers)                                                    \
  std::thread([answers] { answers->push(solve()); }).detach()

// Reports.

int sendsOutsideAnyMacro() {
  auto answers = std::make_shared<Answers>();
  std::thread([answers] { answers->push(solve()); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  int answer = 0;
  answers->pop_wait_for(answer, 1s);
  return answer;
}

// Stays silent.

int sendsInsideAMacro() {
  auto answers = std::make_shared<Answers>();
  SOLVE_INTO(answers);
  int answer = 0;
  answers->pop_wait_for(answer, 1s);
  return answer;
}
