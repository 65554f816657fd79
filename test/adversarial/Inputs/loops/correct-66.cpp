// virtual helper that calls exit on fatal; loop in main thread process worker
// w/ template CRTP
#include <atomic>
#include <thread>
template <class D> class Loop {
public:
  void operator()() {
    while (self().alive())
      self().tick();
  }

private:
  D &self() { return static_cast<D &>(*this); }
};
struct Ctx {
  std::atomic<bool> live{true};
  int n = 0;
};
struct Blink : Loop<Blink> {
  explicit Blink(Ctx *c) : c_(c) {}
  bool alive() const { return c_->live; }
  void tick() { ++c_->n; }
  Ctx *c_;
};
int main() {
  Ctx c;
  std::thread t(Blink{&c});
  c.live = false;
  t.join();
}
