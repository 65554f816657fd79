#include <thread>
struct Two {
  std::thread a, b;
};
static Two make() {
  return {std::thread([] {}), std::thread([] {})};
}
int main() {
  auto [x, y] = make();
  if (x.joinable())
    x.join();
  y.join();
  std::thread z[2] = {std::thread([] {}), std::thread([] {})};
  auto &[p, q] = z;
  p.join();
  q.join();
}
