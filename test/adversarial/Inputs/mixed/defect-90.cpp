// move-only: join after moved away into vector
#include <thread>
#include <vector>
void go() {
  std::vector<std::thread> v;
  std::thread t([] {});
  v.push_back(std::move(t));
  t.join(); // EXPECT: repeated-join
  for (auto &x : v)
    x.join();
}
