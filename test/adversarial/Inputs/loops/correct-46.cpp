// signal handled by sem_post from another function; sleep only in main's own
// loop
#include <chrono>
#include <csignal>
#include <semaphore.h>
#include <thread>
static sem_t sem;
static volatile std::sig_atomic_t quit = 0;
static void on(int) {
  quit = 1;
  sem_post(&sem);
}
static void consumer() {
  while (!quit)
    sem_wait(&sem);
}
int main() {
  sem_init(&sem, 0, 0);
  std::signal(SIGTERM, on);
  std::thread t(consumer);
  while (!quit)
    std::this_thread::sleep_for(std::chrono::seconds(1));
  t.join();
  sem_destroy(&sem);
}
