// pimpl with jthread and stop token
#include <condition_variable>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
class Svc {
public:
  Svc();
  ~Svc();
  void poke();

private:
  struct Impl;
  std::unique_ptr<Impl> p_;
};
struct Svc::Impl {
  std::mutex m;
  std::condition_variable_any cv;
  bool work = false;
  int n = 0;
  std::jthread t;
  Impl() : t([this](std::stop_token st) { run(st); }) {}
  void run(std::stop_token st) {
    std::unique_lock l(m);
    while (cv.wait(l, st, [this] { return work; })) {
      work = false;
      ++n;
    }
  }
};
Svc::Svc() : p_(std::make_unique<Impl>()) {}
Svc::~Svc() = default;
void Svc::poke() {
  {
    std::lock_guard l(p_->m);
    p_->work = true;
  }
  p_->cv.notify_one();
}
int main() {
  Svc s;
  s.poke();
}
