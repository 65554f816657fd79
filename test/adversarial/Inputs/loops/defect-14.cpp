// plain bool flag, hoistable
#include <thread>
static bool keepGoing = true;
static long spins = 0;
static void spinner() {
  while (keepGoing) // EXPECT: unstoppable-worker
    ++spins;
}
int main() {
  std::thread t(spinner);
  keepGoing = false;
  t.join();
}
