// RUN: %check %s --config='{"joinery-unowned-future.WarnOnMacros": "false"}' joinery-unowned-future
// Without WarnOnMacros, what a macro hides is left alone.
#include <future>

void flush();

#define FIRE_AND_FORGET(fn) (void)std::async(std::launch::async, fn)
#define FLUSH flush

// Reports.

void discardsOutsideAnyMacro() {
  std::async(std::launch::async, flush);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void discardsWhatAMacroOnlyNames() {
  std::async(std::launch::async, FLUSH);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

// Stays silent.

void discardsInsideAMacro() { FIRE_AND_FORGET(flush); }
