// RUN: %check %s --config='{"joinery-dangling-capture.WarnOnMacros": "false"}' joinery-dangling-capture
// Without WarnOnMacros, what a macro hides is left alone.
#include <string>
#include <thread>

void save(const std::string &note);

#define SAVE_LATER(note) std::thread([&note] { save(note); }).detach()

// Reports.

void capturesOutsideAnyMacro() {
  std::string note = "milk";
  std::thread([&note] { save(note); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

// Stays silent.

void capturesInsideAMacro() {
  std::string note = "milk";
  SAVE_LATER(note);
}
