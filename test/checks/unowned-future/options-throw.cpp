// RUN: %check %s --config='{"joinery-unowned-future.AssumeCallsMayThrow": "true"}' joinery-unowned-future
// With AssumeCallsMayThrow, what unseen code throws is lost with the future;
// what is declared or seen not to throw is not.
#include <future>

void refresh();
void redraw() noexcept;
void idle();

// Reports.

void losesWhatUnseenCodeThrows() {
  auto refreshed = std::async(std::launch::async, [] { refresh(); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  idle();
}

// Stays silent.

void hearsWhatUnseenCodeThrows() {
  auto refreshed = std::async(std::launch::async, [] { refresh(); });
  idle();
  refreshed.get();
}

void losesNothingThatIsNoexcept() {
  auto redrawn = std::async(std::launch::async, [] { redraw(); });
  idle();
}

void losesNothingThatIsCaught() {
  auto refreshed = std::async(std::launch::async, [] {
    try {
      refresh();
    } catch (...) {
      redraw();
    }
  });
  idle();
}
