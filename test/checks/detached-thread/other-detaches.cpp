// RUN: %check %s joinery-detached-thread
// What is merely called detach, and what merely names a detach, is silent.

#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

void pollSensor();

class Listener {
public:
  void detach();
};

class Subject {
public:
  void detach(Listener &Old);
  static void detach();
};

struct Node {
  std::unique_ptr<Node> Next;
  std::unique_ptr<Node> detach() { return std::move(Next); }
};

namespace device {
struct thread {
  explicit thread(void (*Run)());
  void detach();
};
void detach(std::thread &Handle);
void thread_detach(int Id);
} // namespace device

namespace mock::std {
struct thread {
  void detach();
};
} // namespace mock::std

void observers(Subject &S, Listener &L) {
  L.detach();
  S.detach(L);
  Subject::detach();
}

void lists(Node &Head) { auto Rest = Head.detach(); }

void threadOfAnotherLibrary() {
  device::thread(pollSensor).detach();
  device::thread_detach(3);
}

void sameNameInsideAnotherNamespace() { mock::std::thread().detach(); }

// The callee is not seen: the handle has a new owner.
void unseenHelper() {
  std::thread Poller(pollSensor);
  device::detach(Poller);
}

void comparedOnly(void (std::thread::*Member)()) {
  bool Same = Member == &std::thread::detach;
  (void)Same;
}

void notEvaluated() {
  using Result = decltype(std::declval<std::thread &>().detach());
  static_assert(std::is_void_v<Result>);
}

struct Plugin {
  std::function<void()> detach;
};

void callbackMember(Plugin &P) { P.detach(); }
