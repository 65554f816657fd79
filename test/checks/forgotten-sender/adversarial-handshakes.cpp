// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: two-way conversations, and permits and promises in a channel's
// place.
#include <boost/fiber/unbuffered_channel.hpp>

#include <future>
#include <memory>
#include <semaphore>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using boost::fibers::channel_op_status;
template <typename T> using Unbuffered = boost::fibers::unbuffered_channel<T>;

int square(int value);
void step();
void use(int value);

void pingsAndPongs() {
  Unbuffered<int> ping, pong;
  std::jthread player([&] {
    int ball = 0;
    while (ping.pop(ball) == channel_op_status::success)
      pong.push(ball + 1);
  });
  for (int i = 0; i < 3; ++i) {
    ping.push(i);
    use(pong.value_pop());
  }
  ping.close();
}

struct Question {
  int value = 0;
  std::promise<int> answer;
};

void asksWithAPromise() {
  Unbuffered<std::shared_ptr<Question>> questions;
  std::jthread server([&] {
    std::shared_ptr<Question> question;
    while (questions.pop(question) == channel_op_status::success)
      question->answer.set_value(square(question->value));
  });
  auto question = std::make_shared<Question>();
  question->value = 3;
  auto answer = question->answer.get_future();
  questions.push(question);
  use(answer.get());
  questions.close();
}

struct Call {
  int value = 0;
  Unbuffered<int> *reply = nullptr;
};

int callsWithAReplyChannel(int value) {
  Unbuffered<Call> calls;
  Unbuffered<int> reply;
  std::jthread server([&] {
    Call call;
    while (calls.pop(call) == channel_op_status::success)
      call.reply->push(square(call.value));
  });
  calls.push(Call{value, &reply});
  const int result = reply.value_pop();
  calls.close();
  return result;
}

void startsTogether() {
  Unbuffered<bool> ready, go;
  std::jthread runner([&] {
    ready.push(true);
    if (go.value_pop())
      step();
  });
  ready.value_pop();
  go.push(true);
}

void handsOverByPermits() {
  std::binary_semaphore full(0), empty(1);
  int slot = 0;
  std::jthread producer([&] {
    for (int i = 0; i < 3; ++i) {
      empty.acquire();
      slot = square(i);
      full.release();
    }
  });
  for (int i = 0; i < 3; ++i) {
    full.acquire();
    use(slot);
    empty.release();
  }
}

int limitsByPermits(const std::vector<int> &values) {
  std::counting_semaphore<4> permits(4);
  std::vector<std::jthread> workers;
  for (int value : values) {
    permits.acquire();
    workers.emplace_back([&permits, value] {
      use(square(value));
      permits.release();
    });
  }
  return static_cast<int>(workers.size());
}
