// unique_ptr with custom deleter that joins (functor, lambda, function)
#include <memory>
#include <thread>
struct Joiner {
  void operator()(std::thread *t) const {
    if (t->joinable())
      t->join();
    delete t;
  }
};
using ThreadPtr = std::unique_ptr<std::thread, Joiner>;
static void joinDelete(std::thread *t) {
  t->join();
  delete t;
}
int main() {
  ThreadPtr a(new std::thread([] {}));
  std::unique_ptr<std::thread, void (*)(std::thread *)> b(
      new std::thread([] {}), joinDelete);
  auto del = [](std::thread *t) {
    t->join();
    delete t;
  };
  std::unique_ptr<std::thread, decltype(del)> c(new std::thread([] {}), del);
  std::shared_ptr<std::thread> d(new std::thread([] {}), [](std::thread *t) {
    t->join();
    delete t;
  });
  std::thread t([] {});
  auto guard = [](std::thread *p) { p->join(); };
  std::unique_ptr<std::thread, decltype(guard)> g(&t, guard);
}
