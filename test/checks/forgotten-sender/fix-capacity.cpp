// RUN: %check %s joinery-forgotten-sender --fix-notes
// The smallest capacity that the type allows and that holds what is sent.

#include <boost/fiber/buffered_channel.hpp>
#include <chrono>
#include <thread>
#include <vector>

int ask(int Which);

using Answers = boost::fibers::buffered_channel<int>;

// A ring of the capacity n holds n - 1.
int firstOf() {
  Answers All(2);
  // FIXED: Answers All(4);
  std::jthread First([&] { All.push(ask(1)); });
  std::jthread Second([&] { All.push(ask(2)); });
  // CHECK-DAG: warning: {{.*}} [joinery-forgotten-sender]
  std::jthread Third([&] { All.push(ask(3)); });
  // CHECK-DAG: note: a capacity of 4 holds all that is sent
  int Answer = 0;
  All.pop(Answer);
  return Answer;
}
