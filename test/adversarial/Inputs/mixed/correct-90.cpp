// exception captured with exception_ptr and rethrown after join
#include <exception>
#include <stdexcept>
#include <thread>
#include <vector>
static void work(int i) {
  if (i == 2)
    throw std::runtime_error("two");
}
void all() {
  std::vector<std::exception_ptr> e(3);
  std::vector<std::thread> t;
  for (int i = 0; i < 3; ++i)
    t.emplace_back([i, &e] {
      try {
        work(i);
      } catch (...) {
        e[i] = std::current_exception();
      }
    });
  for (auto &x : t)
    x.join();
  for (auto &p : e)
    if (p)
      std::rethrow_exception(p);
}
int main() {
  try {
    all();
  } catch (const std::exception &) {
    return 0;
  }
  return 1;
}
