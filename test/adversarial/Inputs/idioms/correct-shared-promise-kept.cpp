// The promise is kept in the member map and fulfilled from there by deliver().
#include <future>
#include <map>
#include <memory>
class Requests {
  int id_ = 0;
  std::map<int, std::shared_ptr<std::promise<int>>> t_;

public:
  int ask(int q) {
    auto p = std::make_shared<std::promise<int>>();
    auto f = p->get_future();
    t_[++id_] = p;
    deliver(id_, q * 2);
    return f.get();
  }
  void deliver(int id, int v) {
    auto it = t_.find(id);
    if (it == t_.end())
      return;
    it->second->set_value(v);
  }
};
int main() {
  Requests r;
  return r.ask(0);
}
