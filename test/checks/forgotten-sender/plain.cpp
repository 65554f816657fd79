// RUN: %check %s joinery-forgotten-sender
// A task that sends on a channel blocks for good once every receiver has given
// up and the channel has no room for what it sends.
#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/unbuffered_channel.hpp>

#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace std::chrono_literals;
using boost::fibers::channel_op_status;
template <typename T> using Unbuffered = boost::fibers::unbuffered_channel<T>;
template <typename T> using Buffered = boost::fibers::buffered_channel<T>;

int price(const std::string &item);
bool shopOpen();
void show(int value);

// Reports.

int takesTheTimeout(const std::string &item) {
  auto offers = std::make_shared<Unbuffered<int>>();
  std::thread([offers, item] { offers->push(price(item)); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  int offer = 0;
  if (offers->pop_wait_for(offer, 100ms) != channel_op_status::success)
    return -1;
  return offer;
}

int returnsBeforeReceiving(const std::string &item) {
  auto offers = std::make_shared<Unbuffered<int>>();
  std::thread([offers, item] { offers->push(price(item)); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  if (!shopOpen())
    return -1;
  return offers->value_pop();
}

int throwsBeforeReceiving(const std::string &item) {
  auto offers = std::make_shared<Unbuffered<int>>();
  std::thread([offers, item] { offers->push(price(item)); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  if (!shopOpen())
    throw std::runtime_error("closed");
  return offers->value_pop();
}

int takesTheFirstOfTwo(const std::string &item) {
  auto offers = std::make_shared<Unbuffered<int>>();
  for (int shop = 0; shop < 2; ++shop)
    std::thread([offers, item] { offers->push(price(item)); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  return offers->value_pop();
}

int sendsTwice(const std::string &item) {
  Unbuffered<int> offers;
  std::jthread asking([&] {
    if (item.empty())
      offers.push(-1); // No return.
    offers.push(price(item));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  });
  return offers.value_pop();
}

// Stays silent.

int hasRoom(const std::string &item) {
  auto offers = std::make_shared<Buffered<int>>(2);
  std::thread([offers, item] { offers->push(price(item)); }).detach();
  int offer = 0;
  if (offers->pop_wait_for(offer, 100ms) != channel_op_status::success)
    return -1;
  return offer;
}

int receivesOnEveryPath(const std::string &item) {
  Unbuffered<int> offers;
  std::jthread asking([&] { offers.push(price(item)); });
  if (!shopOpen()) {
    show(offers.value_pop());
    return -1;
  }
  return offers.value_pop();
}

int closesOnTheTimeout(const std::string &item) {
  auto offers = std::make_shared<Unbuffered<int>>();
  std::thread([offers, item] { offers->push(price(item)); }).detach();
  int offer = -1;
  if (offers->pop_wait_for(offer, 100ms) != channel_op_status::success)
    offers->close();
  return offer;
}

int drainsOnTheTimeout(const std::string &item) {
  auto offers = std::make_shared<Unbuffered<int>>();
  std::thread([offers, item] { offers->push(price(item)); }).detach();
  int offer = -1;
  if (offers->pop_wait_for(offer, 100ms) != channel_op_status::success) {
    offers->value_pop();
    return -1;
  }
  return offer;
}

int sendsWithPatience(const std::string &item) {
  auto offers = std::make_shared<Unbuffered<int>>();
  std::thread([offers, item] {
    offers->push_wait_for(price(item), 200ms);
  }).detach();
  int offer = -1;
  offers->pop_wait_for(offer, 100ms);
  return offer;
}

int returnsAfterTheFirstSend(const std::string &item) {
  Unbuffered<int> offers;
  std::jthread asking([&] {
    if (item.empty()) {
      offers.push(-1);
      return;
    }
    offers.push(price(item));
  });
  return offers.value_pop();
}

int takesBothOfTwo(const std::string &item) {
  Unbuffered<int> offers;
  std::vector<std::jthread> shops;
  for (int shop = 0; shop < 2; ++shop)
    shops.emplace_back([&] { offers.push(price(item)); });
  const int first = offers.value_pop();
  const int second = offers.value_pop();
  return first < second ? first : second;
}
