// The task refers to the heap Node, which owns the thread too and is returned
// to the caller (who joins it); and to the buffer of a vector that was moved
// to a member before the start (a move keeps the buffer).
#include <memory>
#include <thread>
#include <vector>
struct Node {
  std::thread t;
  int v = 0;
};
static std::unique_ptr<Node> returned() {
  auto n = std::make_unique<Node>();
  n->t = std::thread([&v = n->v] { v++; });
  return n;
}
struct A {
  std::vector<int> data;
  std::thread t;
  void moved() {
    std::vector<int> v(10);
    int *p = v.data();
    data = std::move(v);
    t = std::thread([p] { p[0] = 1; });
  }
  ~A() {
    if (t.joinable())
      t.join();
  }
};
int main() {
  auto n = returned();
  A a;
  a.moved();
  n->t.join();
}
