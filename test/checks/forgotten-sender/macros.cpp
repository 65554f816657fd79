// RUN: %check %s joinery-forgotten-sender
// What a macro hides is reported where the macro is used.
#include <boost/fiber/unbuffered_channel.hpp>

#include <chrono>
#include <memory>
#include <thread>

using namespace std::chrono_literals;
using boost::fibers::channel_op_status;
using Answers = boost::fibers::unbuffered_channel<int>;

int solve(int puzzle);
bool hurried();

#define SEND(channel, value) (channel)->push(value)
#define GO(...) std::thread(__VA_ARGS__).detach()
#define SOLVE_INTO(channel, puzzle)                                            \
  std::thread([channel, puzzle] { channel->push(solve(puzzle)); }).detach()
#define RETURN_IF(condition, value)                                            \
  do {                                                                         \
    if (condition)                                                             \
      return value;                                                            \
  } while (false)

// Reports.

int sendsThroughAMacro(int puzzle) {
  auto answers = std::make_shared<Answers>();
  GO([answers, puzzle] { SEND(answers, solve(puzzle)); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  int answer = 0;
  answers->pop_wait_for(answer, 1s);
  return answer;
}

int sendsInsideAMacro(int puzzle) {
  auto answers = std::make_shared<Answers>();
  SOLVE_INTO(answers, puzzle);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  int answer = 0;
  answers->pop_wait_for(answer, 1s);
  return answer;
}

int returnsThroughAMacro(int puzzle) {
  auto answers = std::make_shared<Answers>();
  std::thread([answers, puzzle] { answers->push(solve(puzzle)); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  RETURN_IF(hurried(), -1);
  return answers->value_pop();
}

// Stays silent.

int receivesWhatAMacroSends(int puzzle) {
  auto answers = std::make_shared<Answers>();
  SOLVE_INTO(answers, puzzle);
  return answers->value_pop();
}

int returnsBeforeAMacroSpawns(int puzzle) {
  RETURN_IF(hurried(), -1);
  auto answers = std::make_shared<Answers>();
  GO([answers, puzzle] { SEND(answers, solve(puzzle)); });
  return answers->value_pop();
}
