// coroutine: fire task whose result is waited by sync_wait via semaphore;
// resume on a pool thread
#include <condition_variable>
#include <coroutine>
#include <deque>
#include <exception>
#include <mutex>
#include <semaphore>
#include <thread>
class Ex {
  std::mutex m;
  std::condition_variable cv;
  std::deque<std::coroutine_handle<>> q;
  bool stop = false;
  std::thread t{&Ex::run, this};
  void run() {
    std::unique_lock l(m);
    while (true) {
      cv.wait(l, [this] { return stop || !q.empty(); });
      if (q.empty())
        break;
      auto h = q.front();
      q.pop_front();
      l.unlock();
      h.resume();
      l.lock();
    }
  }

public:
  ~Ex() {
    {
      std::lock_guard l(m);
      stop = true;
    }
    cv.notify_all();
    t.join();
  }
  auto schedule() {
    struct A {
      Ex &e;
      bool await_ready() const noexcept { return false; }
      void await_suspend(std::coroutine_handle<> h) {
        {
          std::lock_guard l(e.m);
          e.q.push_back(h);
        }
        e.cv.notify_one();
      }
      void await_resume() const noexcept {}
    };
    return A{*this};
  }
};
struct Fire {
  struct promise_type {
    Fire get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
};
static Fire job(Ex &e, int &r, std::binary_semaphore &s) {
  co_await e.schedule();
  r = 42;
  s.release();
}
int main() {
  Ex e;
  int r = 0;
  std::binary_semaphore s{0};
  job(e, r, s);
  s.acquire();
  return r == 42 ? 0 : 1;
}
