// join in an atexit handler; exit from main
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <thread>
static std::atomic<bool> stop{false};
static std::thread *bg;
static void at_end() {
  stop = true;
  bg->join();
  delete bg;
}
int main(int argc, char **) {
  bg = new std::thread([] {
    while (!stop)
      std::this_thread::yield();
  });
  std::atexit(at_end);
  if (argc > 1)
    std::exit(3);
  std::puts("ok");
  return 0;
}
