// A release() hands the object itself to the task (which deletes it); what is
// passed is a heap pointer that the local unique_ptr no longer owns, nothing
// of the frame is referred to. All threads are joined.
#include <memory>
#include <pthread.h>
#include <thread>
#include <vector>
struct Arg {
  int v;
};
static void run(Arg *a) {
  std::unique_ptr<Arg> own(a);
  own->v++;
}
static void *prun(void *p) {
  run(static_cast<Arg *>(p));
  return nullptr;
}
static std::thread go(int v) {
  std::unique_ptr<Arg> a(new Arg{v});
  return std::thread(run, a.release());
}
static std::thread by_capture() {
  auto a = std::make_unique<Arg>(1);
  return std::thread([r = a.release()] { run(r); });
}
static void by_vector(std::vector<std::thread> &ts) {
  auto a = std::make_unique<Arg>(1);
  ts.emplace_back(run, a.release());
}
static bool by_pthread(pthread_t &t) {
  auto a = std::make_unique<Arg>(1);
  return pthread_create(&t, nullptr, prun, a.release()) == 0;
}
int main() {
  std::vector<std::thread> ts;
  by_vector(ts);
  auto t = go(3), u = by_capture();
  pthread_t p;
  if (by_pthread(p))
    pthread_join(p, nullptr);
  t.join();
  u.join();
  for (auto &x : ts)
    x.join();
}
