// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: receivers that take what is left before they leave.
#include <boost/fiber/unbuffered_channel.hpp>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <thread>
#include <vector>

using namespace std::chrono_literals;
using boost::fibers::channel_op_status;
using Results = boost::fibers::unbuffered_channel<int>;

int evaluate(int move);
bool goodEnough(int score);
void use(int score);

int takesTheRestAfterTheBest(const std::vector<int> &moves) {
  Results results;
  std::vector<std::jthread> workers;
  for (int move : moves)
    workers.emplace_back([&results, move] { results.push(evaluate(move)); });
  int best = 0;
  std::size_t taken = 0;
  for (; taken < moves.size(); ++taken) {
    best = results.value_pop();
    if (goodEnough(best)) {
      ++taken;
      break;
    }
  }
  for (; taken < moves.size(); ++taken)
    use(results.value_pop());
  return best;
}

int takesAllAndKeepsTheFirst(const std::vector<int> &moves) {
  Results results;
  std::vector<std::jthread> workers;
  for (int move : moves)
    workers.emplace_back([&results, move] { results.push(evaluate(move)); });
  std::optional<int> first;
  for (std::size_t i = 0; i < moves.size(); ++i) {
    const int score = results.value_pop();
    if (!first)
      first = score;
  }
  return first.value_or(0);
}

int takesTheLateOne(int move) {
  Results results;
  std::jthread worker([&] { results.push(evaluate(move)); });
  int score = 0;
  const auto status = results.pop_wait_for(score, 10ms);
  if (status == channel_op_status::timeout)
    return results.value_pop(), -1;
  return score;
}

void drain(Results &results) {
  int score = 0;
  while (results.pop(score) == channel_op_status::success)
    use(score);
}

int drainsUntilTheSenderCloses(int move) {
  Results results;
  std::jthread worker([&] {
    for (int depth = 0; depth < 3; ++depth)
      results.push(evaluate(move + depth));
    results.close();
  });
  const int first = results.value_pop();
  drain(results);
  return first;
}

int drainsByRangeFor(int move) {
  Results results;
  std::jthread worker([&] {
    for (int depth = 0; depth < 3; ++depth)
      results.push(evaluate(move + depth));
    results.close();
  });
  int sum = 0;
  for (int score : results)
    sum += score;
  return sum;
}
