// Counters of started threads decide whether there is something to join.
#include <atomic>
#include <cstdlib>
#include <thread>
#include <vector>
void run();
bool ok();
int main(int argc, char **) {
  std::vector<std::thread> ts;
  int n = 0;
  while (n < argc && ok()) {
    ts.emplace_back(run);
    ++n;
  }
  if (n == 0)
    return 1;
  for (auto &t : ts)
    t.join();
}
void two(int c) {
  std::thread a;
  bool started = false;
  if (c > 3) {
    a = std::thread(run);
    started = true;
  }
  if (started)
    a.join();
}
void three(int c) {
  std::thread a[3];
  int n = 0;
  for (; n < c; ++n)
    a[n] = std::thread(run);
  if (n > 0) {
    for (int i = 0; i < n; ++i)
      a[i].join();
  }
}
void four(int c) {
  std::thread a[3];
  int n = 0;
  for (int i = 0; i < c; ++i) {
    a[n++] = std::thread(run);
  }
  if (!n)
    return;
  while (n-- > 0)
    a[n].join();
}
