// pimpl + explicit stop(), destructor out of line; shared_ptr Impl captured by
// the thread
#include <atomic>
#include <memory>
#include <thread>
class Poller {
public:
  Poller();
  ~Poller();
  Poller(Poller &&) noexcept;
  void stop();

private:
  class Impl;
  std::shared_ptr<Impl> d;
};
class Poller::Impl {
public:
  std::atomic_bool quit{false};
  std::thread th;
  void loop() {
    while (!quit.load())
      std::this_thread::yield();
  }
};
Poller::Poller() : d(std::make_shared<Impl>()) {
  d->th = std::thread([i = d.get()] { i->loop(); });
}
Poller::Poller(Poller &&) noexcept = default;
Poller::~Poller() {
  if (d)
    stop();
}
void Poller::stop() {
  d->quit = true;
  if (d->th.joinable())
    d->th.join();
}
int main() {
  Poller p;
  Poller q(std::move(p));
  q.stop();
}
