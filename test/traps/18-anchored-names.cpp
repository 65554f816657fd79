// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// A name that only looks like one of a known library means nothing.
#include <functional>
#include <string>

void work();

namespace app {
namespace std {
class thread {
public:
  explicit thread(::std::function<void()> fn) { fn(); }
  void detach() {}
};
template <typename Fn> int async(Fn fn) {
  fn();
  return 0;
}
} // namespace std

class thread {
public:
  template <typename Fn> explicit thread(Fn fn) { fn(); }
  void detach() {}
  void join() {}
};

class latch {
public:
  void wait() {}
};

template <typename Fn> int async(Fn fn) {
  fn();
  return 0;
}

int pthread_create(int *thread, void (*entry)()) {
  entry();
  return *thread = 0;
}

void pthread_detach(int) {}

struct Widget {
  void detach() {}
  void push(int) {}
  void exit(int) {}
};

template <typename T> class unbuffered_channel {
public:
  void push(T) {}
};
} // namespace app

void detachesAWidget(app::Widget &widget) {
  widget.detach();
  widget.push(1);
  widget.exit(0);
}

void detachesAnotherThread() {
  app::thread(work).detach();
  app::std::thread(work).detach();
  app::thread unjoined(work);
}

void discardsAnotherAsync() {
  app::async(work);
  app::std::async(work);
}

void detachesAnotherPthread() {
  int thread = 0;
  app::pthread_create(&thread, work);
  app::pthread_detach(thread);
}

void sendsOnAnotherChannel() {
  app::unbuffered_channel<int> channel;
  app::thread sender([&channel] { channel.push(1); });
  sender.detach();
}
