// RUN: %check %s joinery-forgotten-sender
// The ways in which receivers give up, and the ways in which a path still lets
// the sender go.
#include <boost/fiber/unbuffered_channel.hpp>

#include <chrono>
#include <cstdlib>
#include <future>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>

using namespace std::chrono_literals;
using boost::fibers::channel_op_status;
using Replies = boost::fibers::unbuffered_channel<std::string>;

std::string fetch(const std::string &url);
bool online();
void log(const std::string &line);
void remember(const std::shared_ptr<Replies> &replies);

// Reports.

std::optional<std::string> ignoresTheStatus(const std::string &url) {
  auto replies = std::make_shared<Replies>();
  std::thread([replies, url] { replies->push(fetch(url)); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  std::string reply;
  replies->pop_wait_for(reply, 1s);
  return reply;
}

std::string switchesOnTheStatus(const std::string &url) {
  auto replies = std::make_shared<Replies>();
  std::thread([replies, url] { replies->push(fetch(url)); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  std::string reply;
  switch (replies->pop_wait_for(reply, 1s)) {
  case channel_op_status::success:
    return reply;
  case channel_op_status::timeout:
    log("timeout");
    return {};
  default:
    throw std::runtime_error("closed");
  }
}

std::string stopsAtADeadline(const std::string &url,
                             std::chrono::steady_clock::time_point deadline) {
  auto replies = std::make_shared<Replies>();
  std::thread([replies, url] { replies->push(fetch(url)); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  std::string reply;
  const auto status = replies->pop_wait_until(reply, deadline);
  if (status == channel_op_status::timeout)
    throw std::runtime_error("late");
  return reply;
}

std::string blocksItsOwnJoin(const std::string &url) {
  Replies replies;
  std::jthread fetching([&] { replies.push(fetch(url)); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  std::string reply;
  if (replies.pop_wait_for(reply, 1s) == channel_op_status::timeout)
    return "late";
  return reply;
}

std::string blocksItsOwnFuture(const std::string &url) {
  Replies replies;
  auto done =
      std::async(std::launch::async, [&] { replies.push(fetch(url)); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  if (!online())
    return "offline";
  auto reply = replies.value_pop();
  done.get();
  return reply;
}

std::string failsToParseBeforeReceiving(const std::string &url,
                                        const std::string &limit) {
  auto replies = std::make_shared<Replies>();
  std::thread([replies, url] { replies->push(fetch(url)); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  const int most = std::stoi(limit);
  return replies->value_pop().substr(0, most);
}

void triesThreeTimes(const std::string &url) {
  auto replies = std::make_shared<Replies>();
  std::thread([replies, url] { replies->push(fetch(url)); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  std::string reply;
  for (int i = 0; i < 3; ++i)
    if (replies->pop_wait_for(reply, 1s) == channel_op_status::success)
      break;
  log(reply);
}

// Stays silent.

std::string waitsOnAfterTheTimeout(const std::string &url) {
  Replies replies;
  std::jthread fetching([&] { replies.push(fetch(url)); });
  std::string reply;
  if (replies.pop_wait_for(reply, 1s) == channel_op_status::timeout) {
    log("slow");
    replies.pop(reply);
  }
  return reply;
}

std::string retriesUntilThereIsAReply(const std::string &url) {
  Replies replies;
  std::jthread fetching([&] { replies.push(fetch(url)); });
  std::string reply;
  while (replies.pop_wait_for(reply, 1s) != channel_op_status::success)
    log("slow");
  return reply;
}

std::string returnsBeforeTheSpawn(const std::string &url) {
  if (!online())
    return "offline";
  Replies replies;
  std::jthread fetching([&] { replies.push(fetch(url)); });
  return replies.value_pop();
}

std::string abortsBeforeReceiving(const std::string &url) {
  Replies replies;
  std::jthread fetching([&] { replies.push(fetch(url)); });
  if (!online())
    std::abort();
  return replies.value_pop();
}

std::string closesBeforeLeaving(const std::string &url) {
  Replies replies;
  std::jthread fetching([&] { replies.push(fetch(url)); });
  if (!online()) {
    replies.close();
    return "offline";
  }
  return replies.value_pop();
}

std::string closesBeforeThrowing(const std::string &url) {
  Replies replies;
  std::jthread fetching([&] { replies.push(fetch(url)); });
  std::string reply;
  if (replies.pop_wait_for(reply, 1s) != channel_op_status::success) {
    replies.close();
    throw std::runtime_error("late");
  }
  return reply;
}

std::string closesInACatch(const std::string &url, const std::string &limit) {
  Replies replies;
  std::jthread fetching([&] { replies.push(fetch(url)); });
  try {
    const int most = std::stoi(limit);
    return replies.value_pop().substr(0, most);
  } catch (const std::exception &) {
    replies.close();
    throw;
  }
}

std::string receivesUnlessUnseenCodeThrows(const std::string &url) {
  Replies replies;
  std::jthread fetching([&] { replies.push(fetch(url)); });
  log("fetching");
  return replies.value_pop();
}

std::string letsUnseenCodeReceive(const std::string &url) {
  auto replies = std::make_shared<Replies>();
  std::thread([replies, url] { replies->push(fetch(url)); }).detach();
  remember(replies);
  std::string reply;
  replies->pop_wait_for(reply, 1s);
  return reply;
}

std::optional<std::string> receivesInAnotherTask(const std::string &url) {
  Replies replies;
  std::jthread fetching([&] { replies.push(fetch(url)); });
  std::jthread logging([&] { log(replies.value_pop()); });
  if (!online())
    return std::nullopt;
  return url;
}

void spawnsOnOnePathOnly(const std::string &url) {
  Replies replies;
  std::jthread fetching;
  if (online())
    fetching = std::jthread([&] { replies.push(fetch(url)); });
  if (!fetching.joinable())
    return;
  log(replies.value_pop());
}
