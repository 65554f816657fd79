// a receiving task closes the channel it does not own while senders still send
#include <boost/thread/concurrent_queues/sync_bounded_queue.hpp>
#include <thread>
namespace bc = boost::concurrent;
int main() {
  bc::sync_bounded_queue<int> q(2);
  std::thread rx([&q] {
    int v;
    if (q.wait_pull_front(v) == bc::queue_op_status::success && v == 0)
      q.close(); // EXPECT: channel-close
  });
  std::thread tx([&q] {
    for (int i = 0; i < 3; ++i)
      if (q.wait_push_back(i) != bc::queue_op_status::success)
        return;
  });
  tx.join();
  rx.join();
}
