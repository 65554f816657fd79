#include <stdexcept>
#include <thread>
void w();
int parse(int n) {
  if (n < 0)
    throw std::invalid_argument("n");
  return n * 2;
}
int f(int n) {
  std::thread t(w); // EXPECT: unjoined-thread
  int r = parse(n);
  t.join();
  return r;
}
