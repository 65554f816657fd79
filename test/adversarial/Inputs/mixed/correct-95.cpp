// conditional spawn and correlated joins, ternary, switch
#include <future>
#include <thread>
int f(bool c, int k) {
  std::thread t;
  if (c)
    t = std::thread([] {});
  std::thread u = k > 0 ? std::thread([] {}) : std::thread();
  switch (k) {
  case 0:
    break;
  case 1:
    u.join();
    break;
  default:
    if (u.joinable()) {
      u.join();
    }
    break;
  }
  if (u.joinable())
    u.join();
  if (c)
    t.join();
  return k;
}
int g(bool c) {
  std::future<int> x;
  if (c)
    x = std::async(std::launch::async, [] { return 1; });
  if (!x.valid())
    return 0;
  return x.get();
}
