// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: capacities that hold what comes, however they are computed.
#include <boost/fiber/buffered_channel.hpp>
#include <boost/thread/concurrent_queues/sync_bounded_queue.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <thread>
#include <vector>

using namespace std::chrono_literals;
template <typename T> using Queue = boost::sync_bounded_queue<T>;
template <typename T> using Buffered = boost::fibers::buffered_channel<T>;

int ask(const std::string &server);

int sizesByTheContainer(const std::vector<std::string> &servers) {
  if (servers.empty())
    return 0;
  Queue<int> answers(servers.size());
  std::vector<std::jthread> asking;
  for (const auto &server : servers)
    asking.emplace_back([&answers, server] { answers.push_back(ask(server)); });
  return answers.pull_front();
}

int sizesByANamedSize(const std::vector<std::string> &servers) {
  const auto count = servers.size();
  if (count == 0)
    return 0;
  Queue<int> answers(count);
  std::vector<std::jthread> asking;
  for (std::size_t i = 0; i < count; ++i)
    asking.emplace_back([&, i] { answers.push_back(ask(servers[i])); });
  return answers.pull_front();
}

int sizesByTheArray(const std::array<std::string, 3> &servers) {
  Queue<int> answers(servers.size());
  std::vector<std::jthread> asking;
  for (const auto &server : servers)
    asking.emplace_back([&answers, server] { answers.push_back(ask(server)); });
  return answers.pull_front();
}

int sizesByAConstant() {
  constexpr std::size_t kServers = 4;
  static const std::string names[kServers] = {"a", "b", "c", "d"};
  auto answers = std::make_shared<Queue<int>>(kServers);
  std::vector<std::jthread> asking;
  for (std::size_t i = 0; i < kServers; ++i)
    asking.emplace_back([answers, i] { answers->push_back(ask(names[i])); });
  return answers->pull_front();
}

int sizesTwicePerServer(const std::vector<std::string> &servers) {
  if (servers.empty())
    return 0;
  Queue<int> answers(2 * servers.size());
  std::vector<std::jthread> asking;
  for (const auto &server : servers)
    asking.emplace_back([&answers, server] {
      answers.push_back(ask(server));
      answers.push_back(ask(server + "/backup"));
    });
  return answers.pull_front();
}

int roundsUpForAFiberChannel() {
  Buffered<int> answers(8);
  std::vector<std::jthread> asking;
  for (int i = 0; i < 7; ++i)
    asking.emplace_back(
        [&answers, i] { answers.push(ask(std::to_string(i))); });
  int answer = 0;
  answers.pop_wait_for(answer, 1s);
  return answer;
}

int makesRoomByReceiving(const std::string &a, const std::string &b) {
  Queue<int> answers(1);
  std::jthread first([&] { answers.push_back(ask(a)); });
  std::jthread second([&] { answers.push_back(ask(b)); });
  return answers.pull_front();
}
