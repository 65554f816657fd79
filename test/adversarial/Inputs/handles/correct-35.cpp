// packaged tasks: scoped scope; std::exchange on thread, release/adopt
// unique_ptr
#include <memory>
#include <thread>
#include <utility>
void w() noexcept;
class S {
  std::thread t_;

public:
  S() : t_(w) {}
  void stop() {
    if (auto t = std::exchange(t_, {}); t.joinable())
      t.join();
  }
  std::thread take() { return std::exchange(t_, std::thread{}); }
  ~S() { stop(); }
};
void f() {
  auto p = std::make_unique<std::thread>(w);
  std::thread *raw = p.release();
  raw->join();
  delete raw;
}
void g() {
  std::thread *t = new std::thread(w);
  std::unique_ptr<std::thread> own(t);
  own->join();
}
void h() {
  S s;
  std::thread t = s.take();
  t.join();
}
