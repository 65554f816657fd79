// parallel split: recursion, early return before spawn
#include <functional>
#include <thread>
#include <vector>
static void qs(int *b, int *e, int depth) noexcept {
  if (e - b < 2)
    return;
  int *m = b + (e - b) / 2;
  if (depth == 0) {
    qs(b, m, 0);
    qs(m, e, 0);
    return;
  }
  std::thread left(qs, b, m, depth - 1);
  qs(m, e, depth - 1);
  left.join();
}
void sort(std::vector<int> &v) { qs(v.data(), v.data() + v.size(), 3); }
int main() {
  std::vector<int> v{3, 1, 2};
  sort(v);
}
