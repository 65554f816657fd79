// RUN: %check %s joinery-dangling-capture
// What a macro hides is reported where the macro is used.
#include <memory>
#include <string>
#include <thread>

void save(const std::string &note);
void idle();

#define GO(...) std::thread(__VA_ARGS__).detach()
#define SAVE_LATER(note) std::thread([&note] { save(note); }).detach()
#define SAVE_COPY_LATER(note) std::thread([note] { save(note); }).detach()
#define BY_REFERENCE [&]
#define JOIN_ALL_OF(thread) (thread).join()

// Reports.

void detachesThroughAMacro() {
  std::string note = "milk";
  GO([&note] { save(note); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void capturesInsideAMacro() {
  std::string note = "milk";
  SAVE_LATER(note);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void capturesThroughAMacro() {
  std::string note = "milk";
  std::thread(BY_REFERENCE { save(note); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

// Stays silent.

void copiesThroughAMacro() {
  std::string note = "milk";
  GO([note] { save(note); });
}

void copiesInsideAMacro() {
  std::string note = "milk";
  SAVE_COPY_LATER(note);
}

void joinsThroughAMacro() {
  std::string note = "milk";
  std::thread saver(BY_REFERENCE { save(note); });
  idle();
  JOIN_ALL_OF(saver);
}
