// RUN: %check %s --config='{"joinery-unowned-future.WarnOnScopedAsync": "true"}' joinery-unowned-future
// With WarnOnScopedAsync, a void task held to the scope's end is reported too.
#include <future>
#include <utility>

void flush();
void idle();
void adopt(std::future<void> pending);

// Reports.

void overlapsWithinTheScope() {
  auto flushing = std::async(std::launch::async, flush);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  idle();
}

// Stays silent.

void waitsInTheScope() {
  auto flushing = std::async(std::launch::async, flush);
  idle();
  flushing.wait();
}

void getsInTheScope() {
  auto flushing = std::async(std::launch::async, flush);
  idle();
  flushing.get();
}

std::future<void> returnsIt() {
  auto flushing = std::async(std::launch::async, flush);
  idle();
  return flushing;
}

void handsItOn() {
  auto flushing = std::async(std::launch::async, flush);
  adopt(std::move(flushing));
}

void defersIt() {
  auto flushing = std::async(std::launch::deferred, flush);
  idle();
}
