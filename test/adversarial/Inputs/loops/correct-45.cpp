// double-checked close through exchange; wait_for in a ready loop;
// double-buffer
#include <atomic>
#include <boost/fiber/buffered_channel.hpp>
#include <thread>
#include <utility>
class Mailbox {
  boost::fibers::buffered_channel<int> ch_{64};
  std::atomic<bool> closed_{false};
  long sum_ = 0;
  std::thread t_;

public:
  Mailbox()
      : t_([this] {
          int v;
          while (ch_.pop(v) == boost::fibers::channel_op_status::success)
            sum_ += v;
        }) {}
  bool send(int v) {
    return ch_.push(v) == boost::fibers::channel_op_status::success;
  }
  void close() {
    if (!closed_.exchange(true))
      ch_.close();
  }
  ~Mailbox() {
    close();
    t_.join();
  }
};
int main() {
  Mailbox m;
  m.send(1);
  m.close();
}
