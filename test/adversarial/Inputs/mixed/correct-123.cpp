// destructor via base stop in composed classes; helper stop called by owner
#include <atomic>
#include <memory>
#include <thread>
#include <vector>
struct Node {
  std::thread t;
  std::atomic<bool> stop{false};
};
class Owner {
  std::vector<std::unique_ptr<Node>> ns_;

public:
  void add() {
    auto n = std::make_unique<Node>();
    n->t = std::thread([p = n.get()] {
      while (!p->stop)
        std::this_thread::yield();
    });
    ns_.push_back(std::move(n));
  }
  ~Owner() {
    for (auto &n : ns_)
      n->stop = true;
    for (auto &n : ns_)
      n->t.join();
  }
};
int main() {
  Owner o;
  o.add();
  o.add();
}
