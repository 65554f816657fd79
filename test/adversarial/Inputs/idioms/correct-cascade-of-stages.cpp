// Task a_.close() ends stage one, whose last act closes b_, which ends stage two:
// both joins return.
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
struct Q {
  std::mutex m;
  std::condition_variable cv;
  std::deque<int> q;
  bool closed = false;
  void push(int v) {
    std::lock_guard<std::mutex> l(m);
    q.push_back(v);
    cv.notify_one();
  }
  std::optional<int> pop() {
    std::unique_lock<std::mutex> l(m);
    cv.wait(l, [this] { return closed || !q.empty(); });
    if (q.empty())
      return std::nullopt;
    int v = q.front();
    q.pop_front();
    return v;
  }
  void close() {
    std::lock_guard<std::mutex> l(m);
    closed = true;
    cv.notify_all();
  }
};
class P {
  Q a_, b_;
  long sum_ = 0;
  std::thread s1_, s2_;

public:
  P()
      : s1_([this] {
          while (auto v = a_.pop())
            b_.push(*v);
          b_.close();
        }),
        s2_([this] {
          while (auto v = b_.pop())
            sum_ += *v;
        }) {}
  ~P() {
    a_.close();
    s1_.join();
    s2_.join();
  }
};
int main() { P p; }
