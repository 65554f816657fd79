// exception safe start of several threads
#include <thread>
#include <vector>
void work(int) noexcept;
void runAll(int n) {
  std::vector<std::thread> pool;
  pool.reserve(n);
  try {
    for (int i = 0; i < n; ++i)
      pool.emplace_back(work, i);
  } catch (...) {
    for (auto &t : pool)
      t.join();
    throw;
  }
  for (auto &t : pool)
    t.join();
}
