#include <thread>
std::thread make() {
  return std::thread([] {});
}
void a() { auto t = make(); } // EXPECT: unjoined-thread
void b(bool c) {
  std::thread t = make(); // EXPECT: unjoined-thread
  if (c)
    return;
  t.join();
}
void d(bool c) {
  std::thread t; // EXPECT: unjoined-thread
  t = make();
  if (c)
    return;
  t.join();
}
