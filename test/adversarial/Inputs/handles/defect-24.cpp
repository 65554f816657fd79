#include <thread>
void w(int) noexcept;
void f() {
  std::thread t; // EXPECT: unjoined-thread
  for (int i = 0; i < 3; ++i)
    t = std::thread(w, i);
  t.join();
}
