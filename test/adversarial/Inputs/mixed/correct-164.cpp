// gauge counters in tasks that a waiter tests for zero, with other conditions
#include <atomic>
#include <thread>
#include <vector>
int main() {
  std::atomic<int> busy{0}, todo{100};
  std::vector<std::jthread> v;
  for (int i = 0; i < 4; ++i)
    v.emplace_back([&] {
      while (todo.load() > 0) {
        ++busy;
        if (todo.fetch_sub(1) <= 0)
          todo.fetch_add(1);
        --busy;
      }
    });
  while (todo.load() > 0 || busy.load() != 0)
    std::this_thread::yield();
}
