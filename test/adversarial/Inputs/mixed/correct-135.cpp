// promise in class, set in every path incl. by RAII; stored callback fulfils
#include <functional>
#include <future>
#include <memory>
#include <thread>
class Client {
  std::function<void(int)> cb_;
  std::thread t_;

public:
  void request(int i, std::function<void(int)> cb) {
    cb_ = std::move(cb);
    t_ = std::thread([this, i] { cb_(i); });
  }
  ~Client() {
    if (t_.joinable())
      t_.join();
  }
};
int call(int i) {
  auto p = std::make_shared<std::promise<int>>();
  auto f = p->get_future();
  Client c;
  c.request(i, [p](int r) { p->set_value(r); });
  return f.get();
}
int main() { return call(0); }
