// semaphores: bounded concurrency with a counting_semaphore and RAII permit;
// jthreads cleared
#include <memory>
#include <mutex>
#include <semaphore>
#include <thread>
#include <vector>
struct Permit {
  std::counting_semaphore<8> &s;
  ~Permit() { s.release(); }
};
int main() {
  std::counting_semaphore<8> sem(8);
  std::vector<std::jthread> v;
  for (int i = 0; i < 100; ++i) {
    sem.acquire();
    v.emplace_back([&sem] { Permit p{sem}; });
  }
}
