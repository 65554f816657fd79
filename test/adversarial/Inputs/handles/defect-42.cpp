#include <boost/thread.hpp>
#include <boost/thread/scoped_thread.hpp>
#include <thread>
#include <threads.h>
#include <utility>
void w();
void a() {
  boost::thread t(w);
  t.join();
  t.join(); // EXPECT: repeated-join
}
void b() {
  std::jthread j(w);
  j.join();
  j.detach(); // EXPECT: repeated-join
}
void c() {
  std::thread a(w);
  auto f = [t = std::move(a)]() mutable { t.join(); };
  f();
  a.join(); // EXPECT: repeated-join
}
void d() {
  std::thread a(w);
  for (int i = 0; i < 2; ++i)
    a.join(); // EXPECT: repeated-join
}
class E {
  std::thread t_{w};

public:
  void stop() { t_.join(); }
  ~E() {
    stop();
    t_.join(); // EXPECT: repeated-join
  }
};
void take(std::thread);
void f() {
  std::thread t(w);
  take(std::move(t));
  t.detach(); // EXPECT: repeated-join
}
