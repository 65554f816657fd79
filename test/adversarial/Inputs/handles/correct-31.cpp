#include <thread>
void w(int) noexcept;
void f() {
  std::thread t;
  for (int i = 0; i < 3; ++i) {
    if (i != 0)
      t.join();
    t = std::thread(w, i);
  }
  t.join();
}
void g(int n) {
  std::thread t;
  for (int i = 0; i < 3; ++i) {
    if (t.joinable())
      t.join();
    t = std::thread(w, n);
  }
  t.join();
}
