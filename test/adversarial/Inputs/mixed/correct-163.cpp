// futures passed to sinks by && and by value; threads joined via shared helper
// lambda with move
#include <future>
#include <thread>
#include <vector>
static int take(std::future<int> f) { return f.get(); }
static int takeR(std::future<int> &&f) { return f.get(); }
static int takeL(std::future<int> &f) { return f.get(); }
int main() {
  auto a = std::async(std::launch::async, [] { return 1; });
  auto b = std::async(std::launch::async, [] { return 2; });
  auto c = std::async(std::launch::async, [] { return 3; });
  int s = take(std::move(a)) + takeR(std::move(b)) + takeL(c);
  auto end = [](std::thread t) { t.join(); };
  auto endR = [](std::thread &&t) { t.join(); };
  std::thread t([] {}), u([] {});
  end(std::move(t));
  endR(std::move(u));
  return s;
}
