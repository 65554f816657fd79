// RUN: %check %s joinery-forgotten-sender
// However the task is written, the report stands at the send that it makes.
#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/unbuffered_channel.hpp>

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <utility>

using namespace std::chrono_literals;
using boost::fibers::channel_op_status;
using Answers = boost::fibers::unbuffered_channel<int>;
using Room = boost::fibers::buffered_channel<int>;

int solve(int puzzle);
int solved(Answers &answers);

// Reports.

void solveInto(Answers &answers, int puzzle) {
  answers.push(solve(puzzle));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
}

int namesAFunction(int puzzle) {
  Answers answers;
  std::jthread solving(solveInto, std::ref(answers), puzzle);
  int answer = 0;
  answers.pop_wait_for(answer, 1s);
  return answer;
}

void solveShared(std::shared_ptr<Answers> answers, int puzzle) {
  answers->push(solve(puzzle));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
}

int bindsAFunction(int puzzle) {
  auto answers = std::make_shared<Answers>();
  std::thread(std::bind(solveShared, answers, puzzle)).detach();
  int answer = 0;
  answers->pop_wait_for(answer, 1s);
  return answer;
}

class Solver {
public:
  void run(const std::shared_ptr<Answers> &answers, int puzzle) {
    answers->push(solve(puzzle));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  }
};

int namesAMember(Solver &solver, int puzzle) {
  auto answers = std::make_shared<Answers>();
  std::thread(&Solver::run, &solver, answers, puzzle).detach();
  int answer = 0;
  answers->pop_wait_for(answer, 1s);
  return answer;
}

struct Solve {
  std::shared_ptr<Answers> answers;
  int puzzle;
  void operator()() const {
    answers->push(solve(puzzle));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  }
};

int namesAFunctionObject(int puzzle) {
  auto answers = std::make_shared<Answers>();
  std::thread(Solve{answers, puzzle}).detach();
  int answer = 0;
  answers->pop_wait_for(answer, 1s);
  return answer;
}

void reply(Answers &answers, int answer) {
  answers.push(answer);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
}

int sendsInAHelper(int puzzle) {
  auto answers = std::make_shared<Answers>();
  std::thread([answers, puzzle] { reply(*answers, solve(puzzle)); }).detach();
  int answer = 0;
  answers->pop_wait_for(answer, 1s);
  return answer;
}

int namesALambda(int puzzle) {
  auto answers = std::make_shared<Answers>();
  auto solving = [answers, puzzle] { answers->push(solve(puzzle)); };
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  std::thread(solving).detach();
  int answer = 0;
  answers->pop_wait_for(answer, 1s);
  return answer;
}

int aliasesTheChannel(int puzzle) {
  Answers answers;
  auto &out = answers;
  std::jthread solving([&out, puzzle] { out.push(solve(puzzle)); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  int answer = 0;
  answers.pop_wait_for(answer, 1s);
  return answer;
}

// Stays silent.

void solveIntoRoom(Room &answers, int puzzle) { answers.push(solve(puzzle)); }

int namesAFunctionWithRoom(int puzzle) {
  Room answers(2);
  std::jthread solving(solveIntoRoom, std::ref(answers), puzzle);
  int answer = 0;
  answers.pop_wait_for(answer, 1s);
  return answer;
}

void solveForAnyone(Answers &answers, int puzzle) {
  answers.push(solve(puzzle));
}

int receivesFromAFunction(int puzzle) {
  Answers answers;
  std::jthread solving(solveForAnyone, std::ref(answers), puzzle);
  return answers.value_pop();
}

int letsUnseenCodeReceive(int puzzle) {
  Answers answers;
  std::jthread solving(solveForAnyone, std::ref(answers), puzzle);
  return solved(answers);
}

void sendNow(Answers &answers, int answer) { answers.push(answer); }

int isNotATask(Answers &answers) {
  sendNow(answers, 1);
  answers.push(2);
  return 3;
}

bool offer(Answers &answers, int answer) {
  return answers.push_wait_for(answer, 1s) == channel_op_status::success;
}

int offersInAHelper(int puzzle) {
  Answers answers;
  std::jthread solving([&] { offer(answers, solve(puzzle)); });
  int answer = 0;
  answers.pop_wait_for(answer, 1s);
  return answer;
}
