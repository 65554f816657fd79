// buffered channel: capacity from container size, first answer wins
#include <boost/thread/concurrent_queues/sync_bounded_queue.hpp>
#include <memory>
#include <string>
#include <thread>
#include <vector>
using Q = boost::concurrent::sync_bounded_queue<std::string>;
std::string first(const std::vector<std::string> &mirrors) {
  if (mirrors.empty())
    return {};
  auto q = std::make_shared<Q>(mirrors.size());
  std::vector<std::jthread> ts;
  for (const auto &m : mirrors)
    ts.emplace_back([q, m] { q->push_back("from " + m); });
  return q->pull_front();
}
int main() { return first({"a", "b"}).empty(); }
