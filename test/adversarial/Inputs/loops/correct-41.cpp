// scatter/gather; RAII closer; several senders, closer runs after all are
// joined
#include <boost/thread/concurrent_queues/sync_bounded_queue.hpp>
#include <iostream>
#include <thread>
#include <vector>
namespace bc = boost::concurrent;
int main() {
  bc::sync_bounded_queue<int> q(4);
  std::thread sink([&q] {
    long s = 0;
    for (;;) {
      int v;
      if (q.wait_pull_front(v) == bc::queue_op_status::closed)
        break;
      s += v;
    }
    std::cout << s << '\n';
  });
  {
    std::vector<std::jthread> ps;
    for (int k = 0; k < 3; ++k)
      ps.emplace_back([&q, k] {
        for (int i = 0; i < 50; ++i)
          q.wait_push_back(k * i);
      });
  }
  q.close();
  sink.join();
}
