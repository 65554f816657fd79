// RUN: %check %s joinery-unowned-future
// A suppression silences its line and no other.
#include <chrono>
#include <future>

void flush();
int measure();

void sameLine() {
  std::async(std::launch::async, flush); // NOLINT(joinery-unowned-future)
}

void nextLine() {
  // NOLINTNEXTLINE(joinery-unowned-future)
  std::async(std::launch::async, flush);
}

void byGlob() {
  std::async(std::launch::async, flush); // NOLINT(joinery-*)
}

// NOLINTBEGIN(joinery-unowned-future)
int inABlock(bool hurried) {
  auto size = std::async(std::launch::async, measure);
  if (hurried)
    return 0;
  return size.get();
}
// NOLINTEND(joinery-unowned-future)

int atTheTimedWait() {
  auto size = std::async(std::launch::async, measure);
  // NOLINTNEXTLINE(joinery-unowned-future)
  if (size.wait_for(std::chrono::seconds(1)) == std::future_status::timeout)
    return 0;
  return size.get();
}

void anotherChecksName() {
  // NOLINTNEXTLINE(joinery-forgotten-sender)
  std::async(std::launch::async, flush);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void theLineAfter() {
  // NOLINTNEXTLINE(joinery-unowned-future)
  std::async(std::launch::async, flush);
  std::async(std::launch::async, flush);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}
