// switch over messages inside for(;;): the stop message returns
#include <condition_variable>
#include <mutex>
#include <queue>
#include <thread>
#include <variant>
struct Add {
  int v;
};
struct Stop {};
using Msg = std::variant<Add, Stop>;
template <class... F> struct overload : F... {
  using F::operator()...;
};
class Actor {
  std::mutex m_;
  std::condition_variable cv_;
  std::queue<Msg> in_;
  int total_ = 0;
  std::thread t_{&Actor::loop, this};
  Msg take() {
    std::unique_lock lk(m_);
    cv_.wait(lk, [&] { return !in_.empty(); });
    Msg x = in_.front();
    in_.pop();
    return x;
  }
  void loop() {
    for (;;) {
      bool more = std::visit(overload{[this](Add a) {
                                        total_ += a.v;
                                        return true;
                                      },
                                      [](Stop) { return false; }},
                             take());
      if (!more)
        return;
    }
  }

public:
  void tell(Msg x) {
    std::lock_guard lk(m_);
    in_.push(x);
    cv_.notify_one();
  }
  ~Actor() {
    tell(Stop{});
    t_.join();
  }
};
int main() {
  Actor a;
  a.tell(Add{4});
}
