// RUN: %check %s joinery-forgotten-sender
// Fibers as tasks, pools as spawners, and the queues of Boost.Thread.
#define BOOST_THREAD_VERSION 4
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/fiber.hpp>
#include <boost/fiber/unbuffered_channel.hpp>
#include <boost/thread/concurrent_queues/sync_bounded_queue.hpp>
#include <boost/thread/thread.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

using namespace std::chrono_literals;
using boost::fibers::channel_op_status;
using Unbuffered = boost::fibers::unbuffered_channel<int>;
using Buffered = boost::fibers::buffered_channel<int>;

int measure(const std::string &sensor);
bool calibrated();

// Reports.

int fiberForgetsItsSender(const std::string &sensor) {
  auto values = std::make_shared<Unbuffered>();
  boost::fibers::fiber([values, sensor] {
    values->push(measure(sensor));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  }).detach();
  int value = 0;
  values->pop_wait_for(value, 10ms);
  return value;
}

int poolForgetsItsSender(boost::asio::thread_pool &pool,
                         const std::string &sensor) {
  auto values = std::make_shared<Unbuffered>();
  boost::asio::post(pool, [values, sensor] {
    values->push(measure(sensor));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  });
  int value = 0;
  if (values->pop_wait_for(value, 10ms) != channel_op_status::success)
    return -1;
  return value;
}

int threadForgetsItsSender(const std::string &sensor) {
  auto values = std::make_shared<Unbuffered>();
  boost::thread([values, sensor] { values->push(measure(sensor)); })
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
      .detach();
  if (!calibrated())
    return -1;
  return values->value_pop();
}

int queueForgetsItsSecondSender(const std::string &a, const std::string &b) {
  auto values = std::make_shared<boost::sync_bounded_queue<int>>(1);
  std::thread([values, a, b] {
    values->push_back(measure(a));
    values->push_back(measure(b));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  }).detach();
  if (!calibrated())
    return -1;
  return values->pull_front();
}

int smallestBufferHoldsOne(const std::string &a, const std::string &b) {
  auto values = std::make_shared<Buffered>(2);
  std::thread([values, a, b] {
    values->push(measure(a));
    values->push(measure(b));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  }).detach();
  int value = 0;
  values->pop_wait_for(value, 10ms);
  return value;
}

// Stays silent.

int fiberReceives(const std::string &sensor) {
  Unbuffered values;
  boost::fibers::fiber sensing([&] { values.push(measure(sensor)); });
  const int value = values.value_pop();
  sensing.join();
  return value;
}

int poolHasRoom(boost::asio::thread_pool &pool, const std::string &sensor) {
  auto values = std::make_shared<Buffered>(2);
  boost::asio::post(pool, [values, sensor] { values->push(measure(sensor)); });
  int value = 0;
  values->pop_wait_for(value, 10ms);
  return value;
}

int queueHasRoom(const std::string &a, const std::string &b) {
  auto values = std::make_shared<boost::sync_bounded_queue<int>>(2);
  std::thread([values, a, b] {
    values->push_back(measure(a));
    values->push_back(measure(b));
  }).detach();
  if (!calibrated())
    return -1;
  return values->pull_front();
}

int queueTriesToSend(const std::string &sensor) {
  auto values = std::make_shared<boost::sync_bounded_queue<int>>(1);
  std::thread([values, sensor] {
    for (int i = 0; i < 8; ++i)
      values->try_push_back(measure(sensor));
  }).detach();
  return values->pull_front();
}

int bufferTriesToSend(const std::string &sensor) {
  auto values = std::make_shared<Buffered>(2);
  std::thread([values, sensor] {
    for (int i = 0; i < 8; ++i)
      values->try_push(measure(sensor));
  }).detach();
  int value = 0;
  values->pop_wait_for(value, 10ms);
  return value;
}

int bufferOfFourHoldsThree(const std::string &a, const std::string &b) {
  auto values = std::make_shared<Buffered>(4);
  std::thread([values, a, b] {
    values->push(measure(a));
    values->push(measure(b));
    values->push(0);
  }).detach();
  int value = 0;
  values->pop_wait_for(value, 10ms);
  return value;
}
