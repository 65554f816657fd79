// map of unique_ptr<thread>, erase after join, structured bindings
#include <map>
#include <memory>
#include <string>
#include <thread>
class Registry {
  std::map<std::string, std::unique_ptr<std::thread>> threads_;

public:
  void add(const std::string &n) {
    auto [it, fresh] = threads_.try_emplace(n);
    if (fresh)
      it->second = std::make_unique<std::thread>([n] { (void)n.size(); });
  }
  void remove(const std::string &n) {
    if (auto it = threads_.find(n); it != threads_.end()) {
      it->second->join();
      threads_.erase(it);
    }
  }
  ~Registry() {
    for (auto &[name, t] : threads_)
      if (t && t->joinable())
        t->join();
  }
};
