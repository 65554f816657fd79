// RUN: %check %s --config='{"joinery-incomplete-work.DaemonTasks": "heartbeat;watchConfig"}' joinery-incomplete-work
// Tasks named in DaemonTasks are daemons by design; others are not.

#include <cstdlib>
#include <thread>

void heartbeat();
void watchConfig(int Seconds);
void saveCache();
bool serve();

void daemonsAlone() {
  std::thread(heartbeat).detach();
  std::exit(0);
}

int main() {
  std::thread(heartbeat).detach();
  std::thread(watchConfig, 30).detach();
  if (!serve())
    return 1;
  std::thread(saveCache).detach();
  return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
  // CHECK: :[[@LINE-3]]:{{[0-9]+}}: note: {{.*}}
}
