#include <functional>
#include <memory>
#include <stop_token>
#include <thread>
class Session : public std::enable_shared_from_this<Session> {
  std::function<void(int)> cb_;
  std::jthread t_;
  void run(std::stop_token s) {
    for (int i = 0; !s.stop_requested() && i < 10; ++i)
      if (cb_)
        cb_(i);
  }

public:
  explicit Session(std::function<void(int)> cb) : cb_(std::move(cb)) {}
  void start() { t_ = std::jthread(std::bind_front(&Session::run, this)); }
  void wait() { t_.join(); }
};
int main() {
  auto s = std::make_shared<Session>([](int) {});
  s->start();
  s->wait();
}
