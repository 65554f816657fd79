// exception safe spawn: catch joins and rethrows; thread group with rollback
#include <stdexcept>
#include <thread>
#include <vector>
void risky(int);
void f(int n) {
  std::vector<std::thread> ts;
  try {
    for (int i = 0; i < n; ++i)
      ts.emplace_back([] {});
    if (n > 7)
      throw std::length_error("n");
    risky(n);
  } catch (...) {
    for (auto &t : ts)
      t.join();
    throw;
  }
  for (auto &t : ts)
    t.join();
}
void g() {
  std::thread t([] {});
  try {
    if (std::stoi("1") > 0)
      throw 1;
  } catch (...) {
    t.join();
    return;
  }
  t.join();
}
