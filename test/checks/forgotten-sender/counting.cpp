// RUN: %check %s joinery-forgotten-sender
// Sends against room: the capacity that the channel can use, and the receives
// that every path makes. A boost::fibers::buffered_channel holds one less than
// it is asked for.
#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/unbuffered_channel.hpp>

#include <array>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

using namespace std::chrono_literals;
using Votes = boost::fibers::buffered_channel<int>;
using Direct = boost::fibers::unbuffered_channel<int>;

int ask(const std::string &peer);
bool enough(int sum);

// Reports.

int twoInRoomForOne(const std::string &a, const std::string &b) {
  auto votes = std::make_shared<Votes>(2);
  for (const auto &peer : {a, b})
    std::thread([votes, peer] { votes->push(ask(peer)); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  int vote = 0;
  votes->pop_wait_for(vote, 1s);
  return vote;
}

int fourInRoomForThree(const std::array<std::string, 4> &peers) {
  auto votes = std::make_shared<Votes>(4);
  for (int i = 0; i < 4; ++i)
    std::thread([votes, peer = peers[i]] { votes->push(ask(peer)); })
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
        .detach();
  int vote = 0;
  votes->pop_wait_for(vote, 1s);
  return vote;
}

int manyInAConstant(const std::vector<std::string> &peers) {
  auto votes = std::make_shared<Votes>(16);
  for (const auto &peer : peers)
    std::thread([votes, peer] { votes->push(ask(peer)); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  int vote = 0;
  votes->pop_wait_for(vote, 1s);
  return vote;
}

int firstOfMany(const std::vector<std::string> &peers) {
  Direct votes;
  std::vector<std::jthread> asking;
  for (const auto &peer : peers)
    asking.emplace_back([&votes, peer] { votes.push(ask(peer)); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  return votes.value_pop();
}

int leavesTheLoopEarly(const std::vector<std::string> &peers) {
  Direct votes;
  std::vector<std::jthread> asking;
  for (const auto &peer : peers)
    asking.emplace_back([&votes, peer] { votes.push(ask(peer)); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  int sum = 0;
  for (std::size_t i = 0; i < peers.size(); ++i) {
    sum += votes.value_pop();
    if (enough(sum))
      return sum;
  }
  return sum;
}

int threeForTwoReceives(const std::array<std::string, 3> &peers) {
  Direct votes;
  std::array<std::jthread, 3> asking;
  for (int i = 0; i < 3; ++i)
    asking[i] = std::jthread([&, i] { votes.push(ask(peers[i])); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  const int first = votes.value_pop();
  return first + votes.value_pop();
}

int taskThatSendsThree(const std::string &peer) {
  auto votes = std::make_shared<Votes>(2);
  std::thread([votes, peer] {
    for (int round = 0; round < 3; ++round)
      votes->push(ask(peer));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  }).detach();
  int vote = 0;
  votes->pop_wait_for(vote, 1s);
  return vote;
}

// Stays silent.

int oneInRoomForOne(const std::string &peer) {
  auto votes = std::make_shared<Votes>(2);
  std::thread([votes, peer] { votes->push(ask(peer)); }).detach();
  int vote = 0;
  votes->pop_wait_for(vote, 1s);
  return vote;
}

int threeInRoomForThree(const std::array<std::string, 3> &peers) {
  auto votes = std::make_shared<Votes>(4);
  for (int i = 0; i < 3; ++i)
    std::thread([votes, peer = peers[i]] { votes->push(ask(peer)); }).detach();
  int vote = 0;
  votes->pop_wait_for(vote, 1s);
  return vote;
}

int taskThatSendsThreeIntoRoom(const std::string &peer) {
  auto votes = std::make_shared<Votes>(4);
  std::thread([votes, peer] {
    for (int round = 0; round < 3; ++round)
      votes->push(ask(peer));
  }).detach();
  int vote = 0;
  votes->pop_wait_for(vote, 1s);
  return vote;
}

int twoInRoomForOneAndOneReceive(const std::string &a, const std::string &b) {
  Votes votes(2);
  std::jthread first([&] { votes.push(ask(a)); });
  std::jthread second([&] { votes.push(ask(b)); });
  return votes.value_pop();
}

int threeForThreeReceives(const std::array<std::string, 3> &peers) {
  Direct votes;
  std::array<std::jthread, 3> asking;
  for (int i = 0; i < 3; ++i)
    asking[i] = std::jthread([&, i] { votes.push(ask(peers[i])); });
  int sum = 0;
  for (int i = 0; i < 3; ++i)
    sum += votes.value_pop();
  return sum;
}

int asManyReceivesAsPeers(const std::vector<std::string> &peers) {
  Direct votes;
  std::vector<std::jthread> asking;
  for (const auto &peer : peers)
    asking.emplace_back([&votes, peer] { votes.push(ask(peer)); });
  int sum = 0;
  for (std::size_t i = 0; i < peers.size(); ++i)
    sum += votes.value_pop();
  return sum;
}

int asManyReceivesAsTasks(const std::vector<std::string> &peers) {
  Direct votes;
  std::vector<std::jthread> asking;
  for (const auto &peer : peers)
    asking.emplace_back([&votes, peer] { votes.push(ask(peer)); });
  int sum = 0;
  for ([[maybe_unused]] auto &task : asking)
    sum += votes.value_pop();
  return sum;
}

int leavesTheLoopEarlyAndCloses(const std::vector<std::string> &peers) {
  Direct votes;
  std::vector<std::jthread> asking;
  for (const auto &peer : peers)
    asking.emplace_back([&votes, peer] { votes.push(ask(peer)); });
  int sum = 0;
  for (std::size_t i = 0; i < peers.size() && !enough(sum); ++i)
    sum += votes.value_pop();
  votes.close();
  return sum;
}

int sendsOnOneOfTwoPaths(const std::string &peer) {
  Direct votes;
  std::jthread asking([&] {
    if (peer.empty())
      votes.push(0);
    else
      votes.push(ask(peer));
  });
  return votes.value_pop();
}
