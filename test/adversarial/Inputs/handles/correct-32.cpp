// list of structs w/ thread, reaping finished ones
#include <atomic>
#include <list>
#include <memory>
#include <thread>
struct Conn {
  std::atomic<bool> done{false};
  std::thread th;
};
class Listener {
  std::list<std::unique_ptr<Conn>> conns_;
  void serve(Conn &c) noexcept { c.done = true; }
  void reap() {
    for (auto it = conns_.begin(); it != conns_.end();) {
      if ((*it)->done) {
        (*it)->th.join();
        it = conns_.erase(it);
      } else {
        ++it;
      }
    }
  }

public:
  void onAccept() {
    reap();
    auto c = std::make_unique<Conn>();
    Conn &ref = *c;
    conns_.push_back(std::move(c));
    ref.th = std::thread([this, &ref] { serve(ref); });
  }
  ~Listener() {
    for (auto &c : conns_)
      if (c->th.joinable())
        c->th.join();
  }
};
int main() {
  Listener l;
  l.onAccept();
  l.onAccept();
}
