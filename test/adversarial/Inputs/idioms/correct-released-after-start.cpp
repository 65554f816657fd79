// The argument is passed as p.get() and released to the task once the start
// has worked (the usual pthread start of libstdc++, Chromium, folly); the task
// deletes it. unique_ptr::release() after the spawn = ownership handed over.
#include <functional>
#include <memory>
#include <pthread.h>
class Thread {
  pthread_t h_{};
  bool on_ = false;
  static void *entry(void *p) {
    std::unique_ptr<std::function<void()>> f(
        static_cast<std::function<void()> *>(p));
    (*f)();
    return nullptr;
  }

public:
  explicit Thread(std::function<void()> f) {
    auto p = std::make_unique<std::function<void()>>(std::move(f));
    if (pthread_create(&h_, nullptr, &Thread::entry, p.get()))
      throw 1;
    p.release();
    on_ = true;
  }
  ~Thread() {
    if (on_)
      pthread_join(h_, nullptr);
  }
};
int main() {
  try {
    Thread t([] {});
  } catch (int) {
  }
}
