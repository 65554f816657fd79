// RUN: %check %s joinery-incomplete-work
// Code that does not compile takes nothing from the code around it.

#include <cstdlib>
#include <thread>

void saveCache();

void before() {
  std::thread(saveCache).detach();
  std::exit(0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
}

void broken() {
  std::thread Saver(saveCache);
  Saver.unknownMember();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: {{.*}}unknownMember
  Saver.join();
  std::exit(0);
}

int main() {
  std::thread(saveCache).detach();
  return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
  // CHECK: :[[@LINE-3]]:{{[0-9]+}}: note: {{.*}}
}
