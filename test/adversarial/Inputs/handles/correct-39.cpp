// detached but captures all by value, tracked with semaphore / promise
// set_value_at_thread_exit / atomic wait
#include <atomic>
#include <future>
#include <memory>
#include <semaphore>
#include <string>
#include <thread>
int a() {
  std::promise<int> p;
  auto f = p.get_future();
  std::thread([p = std::move(p)]() mutable {
    p.set_value_at_thread_exit(3);
  }).detach();
  return f.get();
}
void b() {
  auto sem = std::make_shared<std::counting_semaphore<>>(0);
  for (int i = 0; i < 3; ++i)
    std::thread([sem] { sem->release(); }).detach();
  for (int i = 0; i < 3; ++i)
    sem->acquire();
}
void c() {
  auto flag = std::make_shared<std::atomic<bool>>(false);
  std::thread t([flag] {
    flag->store(true);
    flag->notify_one();
  });
  t.detach();
  flag->wait(false);
}
