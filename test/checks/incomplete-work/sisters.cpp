// RUN: %check %s joinery-incomplete-work,joinery-unjoined-thread
// A handle whose destructor terminates is the unjoined-thread check's matter;
// an exit that destroys no locals is this one's. One defect, one report.

#include <cstdlib>
#include <thread>

void saveCache();
bool ready();
bool wanted();

int main() {
  std::thread Saver(saveCache);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  if (!ready())
    return 1;
  Saver.join();

  std::thread Second(saveCache);
  if (!wanted())
    std::exit(2);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
  Second.join();
  return 0;
}
