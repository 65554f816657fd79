// RUN: %check %s joinery-unbounded-wait
// What is said before the task begins asks it for nothing; a loop that asks
// runs at least once.

#include <atomic>
#include <latch>
#include <thread>
#include <vector>

bool pump(int);
void waitForSignal();

// Stays silent

class Farm {
public:
  explicit Farm(int Count) {
    for (int I = 0; I < Count; ++I)
      Fields.push_back(std::jthread([I](std::stop_token Stop) {
        while (!Stop.stop_requested() && pump(I)) {
        }
      }));
  }
  ~Farm() {
    for (auto &Field : Fields)
      Field.request_stop();
    for (auto &Field : Fields)
      Field.join();
  }

private:
  std::vector<std::jthread> Fields;
};

class Setter {
public:
  Setter() : Worker([this] {
    while (!Stop && pump(1)) {
    }
  }) {}
  ~Setter() {
    Stop = true;
    Worker.join();
  }

private:
  std::atomic<bool> Stop{false};
  std::thread Worker;
};

// Reports

static std::atomic<bool> Stop{false};

int main() {
  Stop = false;
  std::thread Worker([] {
    while (!Stop && pump(0)) {
    }
  });
  waitForSignal();
  Worker.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]
}
