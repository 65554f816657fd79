// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: senders that go on until the channel is closed, and receivers in
// other threads.
#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/unbuffered_channel.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using boost::fibers::channel_op_status;
template <typename T> using Unbuffered = boost::fibers::unbuffered_channel<T>;
template <typename T> using Buffered = boost::fibers::buffered_channel<T>;

int generate();
bool interesting(int value);
void use(int value);

void stopsAGenerator() {
  Unbuffered<int> values;
  std::jthread generator([&] {
    while (values.push(generate()) == channel_op_status::success) {
    }
  });
  for (int i = 0; i < 10; ++i)
    use(values.value_pop());
  values.close();
}

int stopsAtTheFirstInteresting() {
  Unbuffered<int> values;
  std::jthread generator([&] {
    while (values.push(generate()) != channel_op_status::closed) {
    }
  });
  int value = 0;
  while (values.pop(value) == channel_op_status::success)
    if (interesting(value))
      break;
  values.close();
  return value;
}

void runsThreeStages() {
  Buffered<int> raw(4), cooked(4);
  std::jthread source([&] {
    for (int i = 0; i < 100; ++i)
      raw.push(generate());
    raw.close();
  });
  std::jthread stage([&] {
    for (int value : raw)
      cooked.push(value * 2);
    cooked.close();
  });
  for (int value : cooked)
    use(value);
}

void fansOut(const std::vector<int> &values) {
  Buffered<int> jobs(16);
  std::vector<std::jthread> workers;
  for (int i = 0; i < 4; ++i)
    workers.emplace_back([&jobs] {
      int job = 0;
      while (jobs.pop(job) == channel_op_status::success)
        use(job);
    });
  std::jthread feeder([&] {
    for (int value : values)
      jobs.push(value);
    jobs.close();
  });
}

void consume(Unbuffered<int> &values) {
  for (int value : values)
    use(value);
}

void produce(Unbuffered<int> &values, int count) {
  for (int i = 0; i < count; ++i)
    values.push(generate());
}

void fansIn() {
  Unbuffered<int> values;
  std::thread consumer(consume, std::ref(values));
  std::vector<std::thread> producers;
  for (int i = 0; i < 3; ++i)
    producers.emplace_back(produce, std::ref(values), 10);
  for (auto &producer : producers)
    producer.join();
  values.close();
  consumer.join();
}

void receivesInTheSpawnedTask() {
  Unbuffered<int> values;
  std::jthread receiver([&] { use(values.value_pop()); });
  values.push(generate());
}

void sendsAndReceivesInTasks() {
  auto values = std::make_shared<Unbuffered<int>>();
  std::jthread sender([values] {
    values->push(generate());
    values->push(generate());
  });
  std::jthread receiver([values] {
    use(values->value_pop());
    use(values->value_pop());
  });
}

void receivesInALoopThatCounts(int count) {
  Unbuffered<int> values;
  std::jthread sender([&values, count] { produce(values, count); });
  for (int i = 0; i < count; ++i)
    use(values.value_pop());
}
