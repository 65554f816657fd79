// factories for threads and futures
#include <future>
#include <memory>
#include <thread>
#include <vector>
template <class F> std::thread makeThread(F &&f) {
  std::thread t(std::forward<F>(f));
  return t;
}
std::future<int> compute(int a) {
  return std::async(std::launch::async, [a] { return a * a; });
}
std::unique_ptr<std::thread> makeOwned() {
  return std::make_unique<std::thread>([] {});
}
int main() {
  auto t = makeThread([] {});
  auto f = compute(3);
  auto g = compute(4);
  auto u = makeOwned();
  std::vector<std::future<int>> v;
  for (int i = 0; i < 4; ++i)
    v.push_back(compute(i));
  int s = f.get() + g.get();
  for (auto &x : v)
    s += x.get();
  u->join();
  t.join();
  return s > 0 ? 0 : 1;
}
