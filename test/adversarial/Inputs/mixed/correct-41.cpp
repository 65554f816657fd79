// simple coroutine task awaiting a thread which resumes it; joined by awaiter
#include <coroutine>
#include <exception>
#include <semaphore>
#include <thread>
struct Task {
  struct promise_type {
    Task get_return_object() {
      return Task{std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
  std::coroutine_handle<promise_type> h;
  explicit Task(std::coroutine_handle<promise_type> h) : h(h) {}
  Task(Task &&) = delete;
  ~Task() { h.destroy(); }
};
struct OnThread {
  std::jthread &out;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> h) {
    out = std::jthread([h] { h.resume(); });
  }
  void await_resume() const noexcept {}
};
static Task go(std::jthread &t, std::binary_semaphore &done) {
  co_await OnThread{t};
  done.release();
}
int main() {
  std::binary_semaphore done{0};
  std::jthread t;
  Task k = go(t, done);
  done.acquire();
  t.join();
}
