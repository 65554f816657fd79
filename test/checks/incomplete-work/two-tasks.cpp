// RUN: %check %s joinery-incomplete-work
// The notes name each task that the exit may cut off, and not the others.

#include <thread>

void saveCache();
void sendReport();
void warmUp();
bool wanted(const char *What);

int main() {
  std::thread Warmer(warmUp);
  std::thread(saveCache).detach();
  if (wanted("report"))
    std::thread(sendReport).detach();
  Warmer.join();
  return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
  // CHECK: :[[@LINE-6]]:{{[0-9]+}}: note: {{.*}}
  // CHECK: :[[@LINE-5]]:{{[0-9]+}}: note: {{.*}}
}
