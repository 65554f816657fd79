#include <boost/thread/concurrent_queues/sync_bounded_queue.hpp>
#include <thread>
int main() {
  boost::concurrent::sync_bounded_queue<int> q(4);
  std::thread t([&q] {
    int v;
    while (q.wait_pull_front(v) == boost::concurrent::queue_op_status::success)
      ;
  });
  q.push_back(1);
  q.close();
  q.push_back(2); // EXPECT: channel-close
  t.join();
}
