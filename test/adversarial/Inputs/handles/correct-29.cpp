// restart loop: join before reassign, in loop
#include <thread>
void w(int) noexcept;
void pipeline(int n) {
  std::thread prev;
  for (int i = 0; i < n; ++i) {
    if (prev.joinable())
      prev.join();
    prev = std::thread(w, i);
  }
  if (prev.joinable())
    prev.join();
}
void pingpong(int n) {
  std::thread t(w, 0);
  for (int i = 1; i < n; ++i) {
    t.join();
    t = std::thread(w, i);
  }
  t.join();
}
void sw(int n) {
  std::thread a(w, 0), b;
  std::swap(a, b);
  (void)n;
  b.join();
}
