// RUN: %check %s joinery-thread-exception-escape
// A suppression with its reason silences the line of the spawn, and no other.

#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

void resize(int Width);

void resizeTo(const std::string &Width) {
  // The line of a note.
  resize(std::stoi(Width)); // NOLINT(joinery-thread-exception-escape)
}

void without(const std::string &Width) {
  std::jthread Worker([Width] { resize(std::stoi(Width)); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
}

void sameLine(const std::string &Width) {
  // The width is checked before.
  std::jthread Worker([Width] { // NOLINT(joinery-thread-exception-escape)
    resize(std::stoi(Width));
  });
}

void nextLine() {
  // NOLINTNEXTLINE(joinery-thread-exception-escape): a negative width is a bug
  std::jthread Worker([] { throw std::logic_error("negative"); });
}

// NOLINTBEGIN(joinery-thread-exception-escape): the widths are constants
void region(std::vector<std::jthread> &Workers) {
  Workers.emplace_back(resizeTo, "7");
  Workers.emplace_back(resizeTo, "8");
}
// NOLINTEND(joinery-thread-exception-escape)

void anotherChecksName() {
  // NOLINTNEXTLINE(joinery-unjoined-thread): of another check
  std::jthread Worker([] { throw std::logic_error("negative"); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
}

void atTheThrow() {
  std::jthread Worker(resizeTo, "seven");
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
}
