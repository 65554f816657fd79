// RUN: %check %s joinery-unjoined-thread
// In a template, one thread is one finding, however many instantiations.

#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

void pollSensor();
bool readConfig();

// Reports

template <typename Job> void runAside(Job Run) {
  std::thread Worker(std::move(Run));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  if (!readConfig())
    return;
  Worker.join();
}

void instantiations() {
  runAside(pollSensor);
  runAside([] { pollSensor(); });
  runAside([Name = std::string("poll")] { (void)Name; });
}

template <typename Item> class Background {
public:
  explicit Background(Item Value) : Worker([Value] { (void)Value; }) {}

private:
  std::thread Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
};

void twoBackgrounds() {
  Background<int> Number(1);
  Background<std::string> Line("one");
}

template <typename... Items> void oneForEach(Items... Values) {
  std::vector<std::thread> Workers;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  (Workers.emplace_back([Values] { (void)Values; }), ...);
}

void packs() {
  oneForEach(1, 2L);
  oneForEach('a', 2.0, 3);
}

// Stays silent

template <typename Handle> void finish(Handle &Running) {
  if (Running.joinable())
    Running.join();
}

void joinedByTemplate() {
  std::thread Worker(pollSensor);
  readConfig();
  finish(Worker);
}

template <typename Handles> void finishAll(Handles &All) {
  for (auto &Running : All)
    finish(Running);
}

void containerJoinedByTemplate() {
  std::vector<std::thread> Workers;
  Workers.emplace_back(pollSensor);
  finishAll(Workers);
}

template <typename Job> auto launch(Job Run) {
  return std::thread(std::move(Run));
}

void resultJoined() {
  auto Worker = launch(pollSensor);
  Worker.join();
}

template <typename Thread> class Scoped {
public:
  template <typename... Args>
  explicit Scoped(Args &&...Arguments)
      : Running(std::forward<Args>(Arguments)...) {}
  ~Scoped() {
    if (Running.joinable())
      Running.join();
  }

private:
  Thread Running;
};

void scopedTwice() {
  Scoped<std::thread> Plain(pollSensor);
  Scoped<std::jthread> Joining(pollSensor);
}

// Crtp: the base joins what the derived class runs.
template <typename Derived> class Runner {
public:
  void start() {
    Worker = std::thread([this] { static_cast<Derived *>(this)->run(); });
  }
  ~Runner() {
    if (Worker.joinable())
      Worker.join();
  }

private:
  std::thread Worker;
};

class SensorRunner : public Runner<SensorRunner> {
public:
  void run() { pollSensor(); }
};

class ConfigRunner : public Runner<ConfigRunner> {
public:
  void run() { readConfig(); }
};

void runners() {
  SensorRunner Sensor;
  Sensor.start();
  ConfigRunner Config;
  Config.start();
}
