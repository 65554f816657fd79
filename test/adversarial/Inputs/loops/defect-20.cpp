// semaphore that nobody releases
#include <semaphore>
#include <thread>
int main() {
  std::binary_semaphore go(0);
  std::thread t([&go] { go.acquire(); }); // EXPECT: forgotten-receiver
  t.join();
}
