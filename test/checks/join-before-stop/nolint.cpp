// RUN: %check %s joinery-join-before-stop
// A suppression with its reason silences the line of the join, of the handle
// that joins by itself, or of the store that wakes nobody, and no other.

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

void measure();

void without() {
  std::atomic<bool> Stopping{false};
  std::thread Worker([&Stopping] {
    while (!Stopping)
      measure();
  });
  Worker.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  Stopping = true;
}

void sameLine() {
  std::atomic<bool> Stopping{false};
  std::thread Worker([&Stopping] {
    while (!Stopping)
      measure();
  });
  Worker.join(); // NOLINT(joinery-join-before-stop): a debugger sets the flag
  Stopping = true;
}

void nextLine() {
  std::atomic<bool> Stopping{false};
  // NOLINTNEXTLINE(joinery-join-before-stop): a debugger sets the flag
  std::jthread Worker([&Stopping] {
    while (!Stopping)
      measure();
  });
}

// NOLINTBEGIN(joinery-join-before-stop): the sampler notifies by shared memory
class Region {
public:
  ~Region() {
    {
      std::lock_guard Lock(Guard);
      Stopping = true;
    }
    Worker.join();
  }

private:
  void run() {
    std::unique_lock Lock(Guard);
    Changed.wait(Lock, [this] { return Stopping; });
  }
  std::mutex Guard;
  std::condition_variable Changed;
  bool Stopping = false;
  std::thread Worker{&Region::run, this};
};
// NOLINTEND(joinery-join-before-stop)

void makeOne() { Region One; }

void anotherChecksName() {
  std::atomic<bool> Stopping{false};
  std::thread Worker([&Stopping] {
    while (!Stopping)
      measure();
  });
  Worker.join(); // NOLINT(joinery-unbounded-wait): of another check
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  Stopping = true;
}

void atTheLoop() {
  std::atomic<bool> Stopping{false};
  std::thread Worker([&Stopping] {
    while (!Stopping) // NOLINT(joinery-join-before-stop): a note's line
      measure();
  });
  Worker.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  Stopping = true; // NOLINT(joinery-join-before-stop): comes too late
}
