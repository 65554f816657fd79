// channel class (user's) bounded with close; producers/consumers through helper
// threads; barrier
#include <barrier>
#include <condition_variable>
#include <deque>
#include <latch>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>
template <class T> class Chan {
  std::mutex m;
  std::condition_variable ne, nf;
  std::deque<T> q;
  std::size_t cap;
  bool closed = false;

public:
  explicit Chan(std::size_t c) : cap(c) {}
  bool send(T t) {
    std::unique_lock l(m);
    nf.wait(l, [&] { return closed || q.size() < cap; });
    if (closed)
      return false;
    q.push_back(std::move(t));
    ne.notify_one();
    return true;
  }
  std::optional<T> recv() {
    std::unique_lock l(m);
    ne.wait(l, [&] { return closed || !q.empty(); });
    if (q.empty())
      return {};
    T t = std::move(q.front());
    q.pop_front();
    nf.notify_one();
    return t;
  }
  void close() {
    std::lock_guard l(m);
    closed = true;
    ne.notify_all();
    nf.notify_all();
  }
};
int main() {
  Chan<int> c(2);
  std::latch ready(2);
  std::barrier b(2);
  long sum = 0;
  std::jthread cons([&] {
    ready.count_down();
    while (auto v = c.recv())
      sum += *v;
    b.arrive_and_wait();
  });
  {
    std::vector<std::jthread> ps;
    for (int i = 0; i < 3; ++i)
      ps.emplace_back([&c, i] {
        for (int k = 0; k < 10; ++k)
          if (!c.send(i * k))
            return;
      });
    ready.count_down();
    ready.wait();
  }
  c.close();
  b.arrive_and_wait();
  cons.join();
  return sum > 0 ? 0 : 1;
}
