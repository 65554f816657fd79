#include <chrono>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>
#include <optional>
using namespace std::chrono_literals;
int c(int);
void boom() { throw std::runtime_error("x"); }
void a(bool q) {
  auto f = std::async(std::launch::async, boom); // EXPECT: unowned-future
  if (q) return;
  f.get();
}
int b() {
  auto f = std::async(std::launch::async, c, 1);
  if (auto s = f.wait_for(10ms); s == std::future_status::timeout) // EXPECT: unowned-future
    throw std::runtime_error("timeout");
  return f.get();
}
class M {
  std::future<int> f_;
public:
  int run() {
    f_ = std::async(std::launch::async, c, 1); // EXPECT: unowned-future
    if (f_.wait_for(1s) == std::future_status::ready) return f_.get();
    return -1;
  }
};
void d() {
  std::promise<int> p;
  std::thread t([p = std::move(p)]() mutable { p.set_value(2); }); // EXPECT: unowned-future
  t.join();
}
void e() {
  auto pt = std::make_shared<std::packaged_task<int()>>([] { return 1; });
  std::thread t([pt] { (*pt)(); }); // FN: unowned-future
  t.join();
}
bool g() {
  return std::async(std::launch::async, c, 1).wait_for(10ms) == std::future_status::ready; // EXPECT: unowned-future
}
void h(std::vector<int> v) {
  for (int x : v)
    auto f = std::async(std::launch::async, c, x); // EXPECT: unowned-future
}
bool poll() {
  auto f = std::make_unique<std::future<int>>(std::async(std::launch::async, c, 1));
  return f->wait_for(1ms) == std::future_status::ready; // EXPECT: unowned-future
}
int loop() {
  auto f = std::async(std::launch::async, c, 1);
  for (int i = 0; i < 3; ++i)
    if (f.wait_for(10ms) == std::future_status::ready) return f.get(); // EXPECT: unowned-future
  return -1;
}
