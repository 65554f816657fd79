// packaged_task run on thread, future kept
#include <future>
#include <thread>
template <class F> auto spawn(F f) {
  std::packaged_task<decltype(f())()> task(std::move(f));
  auto fut = task.get_future();
  std::thread th(std::move(task));
  return std::pair{std::move(th), std::move(fut)};
}
int main() {
  auto [th, fut] = spawn([] { return 42; });
  int v = fut.get();
  th.join();
  return v == 42 ? 0 : 1;
}
