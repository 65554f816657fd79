// The call of alive_.reset() lets the last owner go, so w.expired() holds and the loop
// ends before the join.
#include <memory>
#include <thread>
class Weak {
  std::shared_ptr<int> alive_ = std::make_shared<int>(1);
  std::thread t_{[w = std::weak_ptr<int>(alive_)] { while (!w.expired()) std::this_thread::yield(); }};
 public:
  ~Weak() { alive_.reset(); t_.join(); } // FP: unbounded-wait
};
int main() { Weak w; }
