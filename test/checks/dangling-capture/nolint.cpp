// RUN: %check %s joinery-dangling-capture
// A suppression silences its line and no other.
#include <string>
#include <thread>

void send(const std::string &text);

void sameLine() {
  std::string text = "hello";
  std::thread t([&text] { send(text); }); // NOLINT(joinery-dangling-capture)
  t.detach();
}

void nextLine() {
  std::string text = "hello";
  // NOLINTNEXTLINE(joinery-dangling-capture)
  std::thread([&text] { send(text); }).detach();
}

void byGlob() {
  std::string text = "hello";
  std::thread([&text] { send(text); }).detach(); // NOLINT(joinery-*)
}

// NOLINTBEGIN(joinery-dangling-capture)
void inABlock() {
  std::string text = "hello";
  std::thread([&text] { send(text); }).detach();
}
// NOLINTEND(joinery-dangling-capture)

void anotherChecksName() {
  std::string text = "hello";
  // NOLINTNEXTLINE(joinery-unjoined-thread)
  std::thread([&text] { send(text); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void atTheDetach() {
  std::string text = "hello";
  std::thread sender([&text] { send(text); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
  sender.detach(); // NOLINT(joinery-dangling-capture)
}
