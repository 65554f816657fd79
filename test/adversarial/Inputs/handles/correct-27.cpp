// pthread wrapper class, move ctor, detached attr not used
#include <pthread.h>
#include <system_error>
#include <utility>
class PThread {
  pthread_t id_{};
  bool live_ = false;
  static void *tramp(void *p) {
    auto *f = static_cast<void (*)()>(nullptr);
    (void)f;
    (void)p;
    return nullptr;
  }

public:
  PThread() = default;
  explicit PThread(void *arg) {
    if (int rc = pthread_create(&id_, nullptr, &PThread::tramp, arg))
      throw std::system_error(rc, std::generic_category());
    live_ = true;
  }
  PThread(PThread &&o) noexcept
      : id_(o.id_), live_(std::exchange(o.live_, false)) {}
  PThread &operator=(PThread &&o) noexcept {
    std::swap(id_, o.id_);
    std::swap(live_, o.live_);
    return *this;
  }
  void join() {
    if (live_) {
      pthread_join(id_, nullptr);
      live_ = false;
    }
  }
  ~PThread() { join(); }
};
int main() {
  PThread a(nullptr);
  PThread b;
  b = std::move(a);
  b.join();
}
