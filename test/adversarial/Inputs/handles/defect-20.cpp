#include <future>
#include <thread>
int compute();
void f() {
  std::packaged_task<int()> task(compute);
  std::thread t(std::move(task)); // EXPECT: unowned-future
  t.join();
}
