// RUN: %check %s joinery-dangling-capture
// The report stands at the capture or argument; a note stands at the detach.
#include <functional>
#include <string>
#include <thread>

void send(const std::string &text);
void prepare();

void notesTheDetach() {
  std::string text = "hello";
  std::thread sender([&text] { send(text); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
  prepare();
  sender.detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: note: {{.*}}
}

void notesTheDetachOfOneBranch(bool background) {
  std::string text = "hello";
  std::thread sender(send, std::cref(text));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
  if (background)
    sender.detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: note: {{.*}}
  else
    sender.join();
}

void notesTheDetachOfANamedLambda() {
  std::string text = "hello";
  auto job = [&text] { send(text); };
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
  std::thread sender(job);
  sender.detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: note: {{.*}}
}
