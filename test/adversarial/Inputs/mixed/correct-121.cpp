#include <thread>
static void two(std::thread &a, std::thread &b) {
  a.join();
  b.join();
}
static void arr(std::thread *t, int n) {
  for (int i = 0; i < n; ++i)
    t[i].join();
}
static void arr2(std::thread (&t)[2]) {
  for (auto &x : t)
    x.join();
}
int main() {
  std::thread a([] {}), b([] {});
  two(a, b);
  std::thread c[2] = {std::thread([] {}), std::thread([] {})};
  arr(c, 2);
  std::thread d[2] = {std::thread([] {}), std::thread([] {})};
  arr2(d);
}
