#include <boost/chrono.hpp>
#include <boost/thread.hpp>
#include <boost/thread/thread_guard.hpp>
void tick() { for (;;) boost::this_thread::sleep_for(boost::chrono::milliseconds(50)); }
int main() {
  boost::thread t(tick);
  t.interrupt();
  if (!t.try_join_for(boost::chrono::seconds(1))) t.join();
  boost::thread u([] {});
  boost::thread_guard<> g(u);
}
