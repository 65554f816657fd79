#include <stdexcept>
#include <thread>
static void check(int v) {
  if (v < 0)
    throw std::runtime_error("negative");
}
static void work(int v) { check(v - 10); }
int main(int argc, char **) {
  std::thread t(work, argc); // EXPECT: thread-exception-escape
  t.join();
}
