// RUN: %check %s joinery-incomplete-work
// NOLINT at the spawn marks a daemon; NOLINT at the exit excuses that exit.

#include <cstdlib>
#include <thread>

void heartbeat();
void saveCache();
bool serve();

void atTheExit() {
  std::thread(saveCache).detach();
  std::exit(1); // NOLINT(joinery-incomplete-work)
}

void otherCheck() {
  std::thread(saveCache).detach();
  std::exit(1); // NOLINT(joinery-detached-thread)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
}

int main() {
  std::thread(heartbeat).detach(); // NOLINT(joinery-incomplete-work)
  // NOLINTNEXTLINE(joinery-incomplete-work)
  std::thread(heartbeat).detach();
  return serve() ? 0 : 1;
}
