// poison pill through a hand-written blocking queue template
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
template <class T> class BlockingQueue {
  mutable std::mutex m_;
  std::condition_variable cv_;
  std::deque<T> d_;

public:
  void push(T v) {
    std::lock_guard lk(m_);
    d_.push_back(std::move(v));
    cv_.notify_one();
  }
  T pop() {
    std::unique_lock lk(m_);
    cv_.wait(lk, [&] { return !d_.empty(); });
    T v = std::move(d_.front());
    d_.pop_front();
    return v;
  }
};
int main() {
  BlockingQueue<std::optional<std::string>> q;
  std::size_t total = 0;
  std::thread consumer([&] {
    while (auto msg = q.pop())
      total += msg->size();
  });
  for (int i = 0; i < 5; ++i)
    q.push(std::to_string(i));
  q.push(std::nullopt);
  consumer.join();
  return total == 5 ? 0 : 1;
}
