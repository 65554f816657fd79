// main returns without shutdown() on the early path
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <pthread.h>
static void *logger(void *) {
  for (int i = 0; i < 1000; ++i)
    std::printf("%d\n", i);
  return nullptr;
}
int main(int argc, char **) {
  pthread_t t;
  if (pthread_create(&t, nullptr, logger, nullptr) != 0)
    return 2;
  if (argc > 1) {
    std::puts("bad option");
    return 1; // EXPECT: incomplete-work
  }
  pthread_join(t, nullptr);
  return 0;
}
