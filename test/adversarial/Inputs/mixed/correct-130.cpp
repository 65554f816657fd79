#include <thread>
static void byval(std::thread t) { t.join(); }
static void byrr(std::thread &&t) { t.join(); }
static void byrrIf(std::thread &&t) {
  if (t.joinable())
    t.join();
}
static void byvalDetachless(std::thread t) {
  if (t.joinable())
    t.join();
}
void a() {
  std::thread t([] {});
  byval(std::move(t));
}
void b() {
  std::thread t([] {});
  byrr(std::move(t));
}
void c() {
  std::thread t([] {});
  byrrIf(std::move(t));
}
void d() {
  std::thread t([] {});
  byvalDetachless(std::move(t));
}
void e() {
  byval(std::thread([] {}));
  byrr(std::thread([] {}));
}
