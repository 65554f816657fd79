// RUN: %check %s joinery-incomplete-work
// Boost's threads: detached and cut off, or joined.

#include <boost/thread.hpp>
#include <boost/thread/scoped_thread.hpp>
#include <cstdlib>

void saveCache();
bool ready();

void joinedGroup() {
  boost::thread_group Savers;
  Savers.create_thread(saveCache);
  Savers.join_all();
  std::exit(0);
}

void scoped() {
  {
    boost::scoped_thread<> Saver{boost::thread(saveCache)};
  }
  std::exit(0);
}

int main() {
  boost::thread Saver(saveCache);
  Saver.join();
  if (!ready())
    return 1;
  boost::thread(saveCache).detach();
  return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
  // CHECK: :[[@LINE-3]]:{{[0-9]+}}: note: {{.*}}
}
