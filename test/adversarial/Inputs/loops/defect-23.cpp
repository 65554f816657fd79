// one of several senders closes
#include <boost/thread/concurrent_queues/sync_bounded_queue.hpp>
#include <thread>
#include <vector>
int main() {
  boost::concurrent::sync_bounded_queue<int> q(8);
  std::vector<std::thread> senders;
  for (int i = 0; i < 3; ++i)
    senders.emplace_back([&q, i] {
      for (int k = 0; k < 10; ++k)
        if (q.wait_push_back(i * 10 + k) !=
            boost::concurrent::queue_op_status::success)
          return;
      q.close(); // EXPECT: channel-close
    });
  int v;
  long sum = 0;
  while (q.wait_pull_front(v) == boost::concurrent::queue_op_status::success)
    sum += v;
  for (auto &t : senders)
    t.join();
  return sum == 0;
}
