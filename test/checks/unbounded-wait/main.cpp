// RUN: %check %s joinery-unbounded-wait
// On main's way out, the wait in what it calls.

#include <atomic>
#include <latch>
#include <thread>

bool more();
void work();
void waitForTermination();

class App {
public:
  void start() {
    Worker = std::thread([] {
      while (more())
        work();
    });
  }
  void stop() {
    Worker.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]
  }
  ~App() {
    if (Worker.joinable())
      Worker.detach();
  }

private:
  std::thread Worker;
};

int main() {
  App One;
  One.start();
  waitForTermination();
  One.stop();
  return 0;
}
