// packaged_task through a queue with futures (submit returns a future)
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <type_traits>
class Exec {
  std::mutex m;
  std::condition_variable cv;
  std::deque<std::function<void()>> q;
  bool done = false;
  std::thread th;

public:
  Exec() : th(&Exec::loop, this) {}
  ~Exec() { shutdown(); }
  void shutdown() {
    {
      std::scoped_lock l(m);
      if (done)
        return;
      done = true;
    }
    cv.notify_one();
    th.join();
  }
  template <class F, class... A>
  auto submit(F &&f, A &&...a) -> std::future<std::invoke_result_t<F, A...>> {
    using R = std::invoke_result_t<F, A...>;
    auto task = std::make_shared<std::packaged_task<R()>>(
        std::bind(std::forward<F>(f), std::forward<A>(a)...));
    auto fut = task->get_future();
    {
      std::scoped_lock l(m);
      q.emplace_back([task] { (*task)(); });
    }
    cv.notify_one();
    return fut;
  }

private:
  void loop() {
    std::unique_lock l(m);
    for (;;) {
      cv.wait(l, [&] { return done || !q.empty(); });
      if (q.empty())
        break;
      auto f = std::move(q.front());
      q.pop_front();
      l.unlock();
      f();
      l.lock();
    }
  }
};
static int parse(int x) {
  if (x < 0)
    throw std::invalid_argument("neg");
  return x;
}
int main() {
  Exec e;
  auto a = e.submit(parse, 1);
  auto b = e.submit([] { return 2; });
  try {
    return a.get() + b.get() == 3 ? 0 : 1;
  } catch (const std::exception &) {
    return 2;
  }
}
