// RUN: %check %s joinery-destroyed-before-join
// A suppression with its reason silences the line of what dies too early, and
// no other.

#include <string>
#include <thread>

void show(const std::string &Text);

class Without {
public:
  Without() : Shower([this] { show(Text); }) {}

private:
  std::jthread Shower;
  std::string Text;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
};

class SameLine {
public:
  SameLine() : Shower([this] { show(Text); }) {}

private:
  std::jthread Shower;
  std::string Text; // NOLINT(joinery-destroyed-before-join): never dies
};

class NextLine {
public:
  NextLine() : Shower([this] { show(Text); }) {}

private:
  std::jthread Shower;
  // NOLINTNEXTLINE(joinery-destroyed-before-join): lives as the program
  std::string Text;
};

// NOLINTBEGIN(joinery-destroyed-before-join): both live as the program
class Region {
public:
  Region() : Shower([this] { show(Text); }) {}

private:
  std::jthread Shower;
  std::string Text;
};

void region() {
  std::jthread Shower;
  std::string Text = "hello";
  Shower = std::jthread([&Text] { show(Text); });
}
// NOLINTEND(joinery-destroyed-before-join)

class AnotherChecksName {
public:
  AnotherChecksName() : Shower([this] { show(Text); }) {}

private:
  std::jthread Shower;
  std::string Text; // NOLINT(joinery-dangling-capture): of another check
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
};

class AtTheHandle {
public:
  AtTheHandle() : Shower([this] { show(Text); }) {}

private:
  // NOLINTNEXTLINE(joinery-destroyed-before-join): a note's line
  std::jthread Shower;
  std::string Text;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
};
