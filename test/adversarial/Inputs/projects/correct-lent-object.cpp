#include <thread>
// A handle behind a pointer that an unseen function returns: no duty here.
#include <memory>
struct Host {
  std::thread t;
  ~Host();
};
struct Plain {
  std::thread t;
  ~Plain();
};
Host *lend();
Plain *lendp();
std::shared_ptr<Plain> sp();
void run();
void a() {
  auto *v = lend();
  v->t = std::thread(run);
}
void b() {
  auto *v = lendp();
  v->t = std::thread(run);
}
void d() {
  auto v = sp();
  v->t = std::thread(run);
}
void e() {
  Plain *v;
  v = lendp();
  v->t = std::thread(run);
}
