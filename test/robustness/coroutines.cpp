// RUN: %check %s joinery-unjoined-thread,joinery-unowned-future
// Coroutines: their frames end where co_return, an exception or the closing
// brace says.
#include <coroutine>
#include <future>
#include <thread>

void work();
int render(int n);
void use(int value);

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int) { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

struct Resumed {
  bool await_ready();
  void await_suspend(std::coroutine_handle<> waiting);
  bool await_resume();
};

Task joinsAtTheEnd() {
  std::thread worker(work);
  co_await Resumed{};
  for (int i = 0; i < 3; ++i)
    co_yield i;
  worker.join();
}

Task leavesByCoReturn() {
  std::thread worker(work);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  if (co_await Resumed{})
    co_return;
  worker.join();
}

Task readsAfterASuspension() {
  auto pixels = std::async(std::launch::async, render, 1);
  co_await Resumed{};
  use(pixels.get());
}

template <typename T> Task joinsInACoroutineLambda(T) {
  std::thread worker(work);
  co_await Resumed{};
  auto end = [&]() -> Task {
    co_await Resumed{};
    worker.join();
  };
  end();
  co_return;
}

void instantiates() {
  joinsInACoroutineLambda(1);
  joinsInACoroutineLambda(2.0);
}
