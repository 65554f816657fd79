// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: several channels at once, where every sender finds a way out.
#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/unbuffered_channel.hpp>

#include <atomic>
#include <chrono>
#include <stop_token>
#include <string>
#include <thread>
#include <variant>
#include <vector>

using namespace std::chrono_literals;
using boost::fibers::channel_op_status;
template <typename T> using Unbuffered = boost::fibers::unbuffered_channel<T>;
template <typename T> using Buffered = boost::fibers::buffered_channel<T>;

struct Result {
  int value = 0;
};
struct Failure {
  std::string what;
};
using Event = std::variant<Result, Failure>;

int compute();
bool compute(int &value);
void use(int value);
void log(const std::string &what);

int pollsTwoBuffers() {
  Buffered<int> results(2);
  Buffered<std::string> failures(2);
  std::jthread worker([&] {
    int value = 0;
    if (compute(value))
      results.push(value);
    else
      failures.push("failed");
  });
  for (;;) {
    int value = 0;
    std::string failure;
    if (results.try_pop(value) == channel_op_status::success)
      return value;
    if (failures.try_pop(failure) == channel_op_status::success)
      return -1;
    std::this_thread::yield();
  }
}

int receivesEitherOnOneChannel() {
  Unbuffered<Event> events;
  std::jthread worker([&] {
    int value = 0;
    if (compute(value))
      events.push(Result{value});
    else
      events.push(Failure{"failed"});
  });
  const Event event = events.value_pop();
  if (auto *failure = std::get_if<Failure>(&event)) {
    log(failure->what);
    return -1;
  }
  return std::get_if<Result>(&event)->value;
}

int sendsUntilAskedToStop() {
  Unbuffered<int> values;
  std::jthread worker([&](std::stop_token stop) {
    while (!stop.stop_requested())
      values.push_wait_for(compute(), 10ms);
  });
  int value = 0;
  values.pop_wait_for(value, 1s);
  return value;
}

int retriesASendUntilAskedToStop() {
  Unbuffered<int> values;
  std::jthread worker([&](std::stop_token stop) {
    const int value = compute();
    while (!stop.stop_requested() &&
           values.push_wait_for(value, 10ms) == channel_op_status::timeout) {
    }
  });
  int value = 0;
  values.pop_wait_for(value, 1s);
  return value;
}

int answersOrRefuses(bool wanted) {
  Unbuffered<int> answers;
  std::jthread worker([&answers, wanted] {
    if (!wanted) {
      answers.close();
      return;
    }
    answers.push(compute());
  });
  int value = -1;
  if (answers.pop(value) == channel_op_status::closed)
    return -1;
  return value;
}

int sendsOnlyWhenAsked() {
  Unbuffered<int> questions, answers;
  std::jthread worker([&] {
    int question = 0;
    if (questions.pop(question) == channel_op_status::success)
      answers.push(question + compute());
  });
  questions.push(1);
  return answers.value_pop();
}
