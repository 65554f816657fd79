// RUN: %check %s joinery-*
// Loops that stop or join several tasks run at least once.

#include <atomic>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

void serve();

// Reports

class JoinedInALoop {
public:
  explicit JoinedInALoop(int Count) {
    for (int I = 0; I < Count; ++I)
      Crew.emplace_back([this] {
        while (!Closing)
          serve();
      });
  }
  ~JoinedInALoop() {
    for (auto &Worker : Crew)
      Worker.join();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: this join never returns: {{.*}} [joinery-join-before-stop]
    Closing = true;
  }

private:
  std::atomic<bool> Closing{false};
  std::vector<std::thread> Crew;
};

class ByMemoryOrder {
public:
  void start() {
    if (Worker)
      return;
    Worker = std::make_unique<std::thread>([this] {
      while (!Closing.load(std::memory_order_acquire))
        serve();
    });
  }
  ~ByMemoryOrder() {
    if (Worker && Worker->joinable()) {
      Worker->join();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: this join never returns: {{.*}} [joinery-join-before-stop]
      Closing.store(true, std::memory_order_release);
    }
  }

private:
  std::atomic<bool> Closing{false};
  std::unique_ptr<std::thread> Worker;
};

// Stays silent

void askedOneByOne(int Count) {
  std::vector<std::jthread> Crew;
  for (int I = 0; I < Count; ++I)
    Crew.emplace_back([](std::stop_token Stop) {
      while (!Stop.stop_requested())
        serve();
    });
  serve();
  for (auto &Worker : Crew)
    Worker.request_stop();
  for (auto &Worker : Crew)
    Worker.join();
}

void flagsOfTheirOwn(int Count) {
  std::vector<std::atomic<bool>> Closing(Count);
  std::vector<std::jthread> Crew;
  for (int I = 0; I < Count; ++I)
    Crew.emplace_back([&Closing, I] {
      while (!Closing[I].load(std::memory_order_relaxed))
        serve();
    });
  serve();
  for (auto &One : Closing)
    One.store(true, std::memory_order_relaxed);
}

void byTwoConditions(int Count) {
  std::atomic<bool> Closing{false};
  std::vector<std::jthread> Crew;
  for (int I = 0; I < Count && I < 8; ++I)
    Crew.emplace_back([&Closing] {
      while (!Closing)
        serve();
    });
  for (int I = 0; I < Count && I < 8; ++I)
    Closing = true;
}
