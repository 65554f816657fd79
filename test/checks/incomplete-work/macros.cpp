// RUN: %check %s joinery-incomplete-work
// Exits and spawns inside macros are reported at the expansion.

#include <cstdlib>
#include <latch>
#include <thread>

void saveCache();
bool ready();

#define IN_BACKGROUND(Task) std::thread(Task).detach()
#define EXIT_UNLESS(Condition)                                                 \
  do {                                                                         \
    if (!(Condition))                                                          \
      std::exit(EXIT_FAILURE);                                                 \
  } while (false)
#define LEAVE(Code) return (Code)

void nothingRuns() { EXIT_UNLESS(ready()); }

void waitsBefore() {
  std::latch Saved(1);
  IN_BACKGROUND([&Saved] {
    saveCache();
    Saved.count_down();
  });
  Saved.wait();
  EXIT_UNLESS(ready());
}

int main() {
  EXIT_UNLESS(ready());
  IN_BACKGROUND(saveCache);
  EXIT_UNLESS(ready());
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
  // CHECK: :[[@LINE-3]]:{{[0-9]+}}: note: {{.*}}
  LEAVE(EXIT_SUCCESS);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
  // CHECK: :[[@LINE-6]]:{{[0-9]+}}: note: {{.*}}
}
