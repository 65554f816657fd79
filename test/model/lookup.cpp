// RUN: %print-model %s | FileCheck %s

// What a declaration is looked up as: names are compared with their scopes, and
// constructors start tasks only when they take an entry.

#include <any>
#include <atomic>
#include <cstdlib>
#include <future>
#include <thread>
#include <tuple>
#include <unistd.h>
#include <variant>
#include <vector>

void work();

namespace app {
inline namespace v1 {
void sleep(int);
}
namespace {
void exit(int);
}
struct Loop {
  void exit(int);
  static void sleep(int);
};
} // namespace app
void sleep(double);

void scopes(app::Loop &Loop) {
  app::sleep(1u);
  // CHECK: [[@LINE-1]]: app::sleep is unknown
  app::exit(1);
  // CHECK: [[@LINE-1]]: app::exit is unknown
  Loop.exit(1);
  // CHECK: [[@LINE-1]]: app::Loop::exit is unknown
  app::Loop::sleep(1u);
  // CHECK: [[@LINE-1]]: app::Loop::sleep is unknown
  ::sleep(0.5);
  // CHECK: [[@LINE-1]]: sleep is unknown
  ::sleep(1u);
  // CHECK: [[@LINE-1]]: sleep does sleep
  std::exit(1);
  // CHECK: [[@LINE-1]]: exit does exit
}

void constructors() {
  std::thread Empty;
  // CHECK-NOT: spawn
  std::thread Full(work);
  // CHECK: [[@LINE-1]]: std::thread::thread does spawn on std::thread, entry 0
  std::thread Moved(std::move(Full));
  // CHECK-NOT: spawn
  std::thread([] {});
  // CHECK: [[@LINE-1]]: std::thread::thread does spawn on std::thread, entry 0
}

void policies() {
  (void)std::async(work);
  // CHECK: [[@LINE-1]]: std::async does spawn, entry 0
  (void)std::async(std::launch::async, work);
  // CHECK: [[@LINE-1]]: std::async does spawn, entry 1
  (void)std::async(std::launch::async | std::launch::deferred, work);
  // CHECK: [[@LINE-1]]: std::async does spawn, entry 1
}

// A class of one's own inherits what it does not declare; what it declares and
// defines speaks for itself.
struct Worker : std::thread {
  using std::thread::thread;
  void join() { std::thread::join(); }
  // CHECK: [[@LINE-1]]: std::thread::join does join on std::thread
  void detach();
};

void derived(Worker &W) {
  W.join();
  // CHECK: [[@LINE-1]]: Worker::join is unknown
  W.detach();
  // CHECK: [[@LINE-1]]: Worker::detach does detach on std::thread
  (void)W.joinable();
  // CHECK: [[@LINE-1]]: std::thread::joinable does joinable on std::thread
  Worker Started(work);
  // CHECK: Worker::Worker does spawn on std::thread, entry 0
}

template <typename T> struct Holder : std::vector<T> {};

template <typename T> struct Dependent : T, Holder<T> {
  void run(Dependent &Other) { Other.run(*this); }
};

void bases(Holder<int> &H, std::shared_future<int> &Future) {
  H.push_back(1);
  // CHECK: [[@LINE-1]]: std::vector::push_back does insert on std::vector
  (void)H.at(0);
  // CHECK: [[@LINE-1]]: std::vector::at does access on std::vector, throws
  Future.wait();
  // CHECK: [[@LINE-1]]: std::__basic_future::wait does wait on std::future
}

void overloads(std::any &Any, std::variant<int> &Variant,
               std::tuple<int> &Tuple, std::vector<int> &Vector) {
  (void)std::any_cast<int>(Any);
  // CHECK: [[@LINE-1]]: std::any_cast does throw
  (void)std::any_cast<int>(&Any);
  // CHECK: [[@LINE-1]]: std::any_cast is unknown
  (void)std::get<int>(Variant);
  // CHECK: [[@LINE-1]]: std::get does throw
  (void)std::get<int>(Tuple);
  // CHECK: [[@LINE-1]]: std::get does access
  (void)std::move(Any);
  // CHECK: [[@LINE-1]]: std::move does move
  std::move(Vector.begin(), Vector.end(), Vector.begin());
  // CHECK: [[@LINE-1]]: std::move does swap
}

using Alias = std::thread;
template <typename T> using Boxes = std::vector<T>;

void variables(Alias &Reference, pthread_t Handle, Boxes<int> Box) {
  // CHECK: [[@LINE-1]]: Reference is a thread, std::thread
  // CHECK: [[@LINE-2]]: Handle is a thread, pthread_t
  // CHECK: [[@LINE-3]]: Box is a value, std::vector
  auto Same = Handle;
  // CHECK: [[@LINE-1]]: Same is a thread, pthread_t
  _Atomic(int) Count;
  // CHECK: [[@LINE-1]]: Count is a atomic, _Atomic
}
