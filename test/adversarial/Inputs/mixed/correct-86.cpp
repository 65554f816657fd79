// event bus with weak observers and an async dispatcher thread
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>
struct Observer {
  virtual ~Observer() = default;
  virtual void on(int) = 0;
};
template <class T> class BlockingQueue {
  std::mutex m;
  std::condition_variable cv;
  std::deque<T> q;
  bool closed = false;

public:
  void push(T t) {
    {
      std::lock_guard l(m);
      q.push_back(std::move(t));
    }
    cv.notify_one();
  }
  std::optional<T> pop() {
    std::unique_lock l(m);
    cv.wait(l, [&] { return closed || !q.empty(); });
    if (q.empty())
      return std::nullopt;
    T t = std::move(q.front());
    q.pop_front();
    return t;
  }
  void close() {
    {
      std::lock_guard l(m);
      closed = true;
    }
    cv.notify_all();
  }
};
class Bus {
  std::vector<std::weak_ptr<Observer>> obs;
  std::mutex om;
  BlockingQueue<int> q;
  std::thread t;

public:
  Bus()
      : t([this] {
          while (auto e = q.pop())
            dispatch(*e);
        }) {}
  ~Bus() {
    q.close();
    t.join();
  }
  void add(const std::shared_ptr<Observer> &o) {
    std::lock_guard l(om);
    obs.push_back(o);
  }
  void emit(int i) { q.push(i); }

private:
  void dispatch(int i) {
    std::lock_guard l(om);
    for (auto &w : obs)
      if (auto s = w.lock())
        s->on(i);
  }
};
struct P : Observer {
  int s = 0;
  void on(int i) override { s += i; }
};
int main() {
  auto p = std::make_shared<P>();
  Bus b;
  b.add(p);
  b.emit(1);
  b.emit(2);
}
