#include <memory>
#include <thread>
void w();
struct Node {
  int id;
  std::unique_ptr<std::thread> th;
};
bool ready(const Node &);
int f() {
  Node n{1, nullptr}; // EXPECT: unjoined-thread
  n.th = std::make_unique<std::thread>(w);
  if (!ready(n))
    return -1;
  n.th->join();
  return n.id;
}
