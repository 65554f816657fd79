// std::barrier phases with arrive_and_drop on the error path
#include <barrier>
#include <thread>
#include <vector>
static bool phase(int id, int k) { return !(id == 2 && k == 1); }
int main() {
  const int n = 4;
  std::barrier sync(n);
  std::vector<std::jthread> ts;
  for (int id = 0; id < n; ++id)
    ts.emplace_back([&sync, id] {
      for (int k = 0; k < 3; ++k) {
        if (!phase(id, k)) {
          sync.arrive_and_drop();
          return;
        }
        sync.arrive_and_wait();
      }
    });
}
