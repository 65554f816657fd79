// RUN: %check %s joinery-unowned-future
// What a macro hides is reported where the macro is used.
#include <chrono>
#include <future>

void flush();
int measure();
void idle();

#define IN_BACKGROUND(fn) std::async(std::launch::async, fn)
#define FIRE_AND_FORGET(fn)                                                    \
  do {                                                                         \
    (void)std::async(std::launch::async, fn);                                  \
  } while (false)
#define WITHIN(future, ms)                                                     \
  ((future).wait_for(std::chrono::milliseconds(ms)) ==                         \
   std::future_status::ready)
#define AWAIT(future) (future).wait()
#define FETCH(fn) std::async(std::launch::async, fn).get()

// Reports.

void discardsThroughAMacro() {
  IN_BACKGROUND(flush);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void discardsInsideAMacro() {
  FIRE_AND_FORGET(flush);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

int leavesAMacrosFutureUnread(bool hurried) {
  auto size = IN_BACKGROUND(measure);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  if (hurried)
    return 0;
  return size.get();
}

int timesOutThroughAMacro() {
  auto size = IN_BACKGROUND(measure);
  if (!WITHIN(size, 100))
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
    return 0;
  return size.get();
}

// Stays silent.

void waitsThroughAMacro() {
  auto flushing = IN_BACKGROUND(flush);
  idle();
  AWAIT(flushing);
}

int getsInsideAMacro() { return FETCH(measure); }

int pollsThroughAMacro() {
  auto size = IN_BACKGROUND(measure);
  while (!WITHIN(size, 10))
    idle();
  return size.get();
}
