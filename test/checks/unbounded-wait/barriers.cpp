// RUN: %check %s joinery-unbounded-wait
// A class that counts who is inside waits for them, and knows no task.

#include <atomic>
#include <string>
#include <thread>
#include <vector>

bool readLine(std::string &Line);
void work(const std::string &Line);

class Barrier {
public:
  ~Barrier() {
    while (Inside.load()) {
    }
  }
  void pass() {
    ++Inside;
    --Inside;
  }

private:
  std::atomic<int> Inside{0};
};

void passes(Barrier &Gate) {
  std::vector<std::jthread> Workers;
  for (int I = 0; I != 3; ++I)
    Workers.emplace_back([&Gate] {
      for (std::string Line; readLine(Line);)
        work(Line);
      Gate.pass();
    });
}

class Reader {
public:
  void start() {
    ++Running;
    std::thread([this] {
      for (std::string Line; readLine(Line);)
        work(Line);
      --Running;
    }).detach();
  }
  ~Reader() {
    while (Running.load()) {
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]
    }
  }

private:
  std::atomic<int> Running{0};
};
