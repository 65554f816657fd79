// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: guards that hold any callable, or a whole stack of them.

#include <functional>
#include <memory>
#include <stack>
#include <thread>
#include <utility>
#include <vector>

void pollSensor();
void flush();
bool readConfig();

// Runs deferred actions in reverse order.
class DeferStack {
public:
  DeferStack() = default;
  DeferStack(const DeferStack &) = delete;
  ~DeferStack() {
    while (!Actions.empty()) {
      Actions.top()();
      Actions.pop();
    }
  }
  void defer(std::function<void()> Action) { Actions.push(std::move(Action)); }

private:
  std::stack<std::function<void()>> Actions;
};

bool deferred() {
  DeferStack Later;
  std::thread Worker(pollSensor);
  Later.defer([&Worker] { Worker.join(); });
  if (!readConfig())
    return false;
  flush();
  return true;
}

// The guard is armed before the thread runs, and can be disarmed.
class Guard {
public:
  explicit Guard(std::function<void()> Action) : Action(std::move(Action)) {}
  ~Guard() {
    if (Action)
      Action();
  }
  void dismiss() { Action = nullptr; }

private:
  std::function<void()> Action;
};

std::thread dismissedOnSuccess() {
  std::thread Worker;
  Guard Join([&] {
    if (Worker.joinable())
      Worker.join();
  });
  Worker = std::thread(pollSensor);
  if (!readConfig())
    return {};
  Join.dismiss();
  return Worker;
}

// A helper makes the guard.
template <typename Action> auto finally(Action Act) {
  struct Final {
    Action Act;
    explicit Final(Action Act) : Act(std::move(Act)) {}
    Final(const Final &) = delete;
    ~Final() { Act(); }
  };
  return Final(std::move(Act));
}

bool madeByAHelper() {
  std::thread Worker(pollSensor);
  auto Join = finally([&Worker] { Worker.join(); });
  return readConfig();
}

// The deleter of a pointer to nothing.
bool sharedNull() {
  std::thread Worker(pollSensor);
  std::shared_ptr<void> Join(nullptr, [&Worker](void *) { Worker.join(); });
  return readConfig();
}

bool inAVector() {
  std::thread First(pollSensor), Second(flush);
  std::vector<std::unique_ptr<Guard>> Guards;
  Guards.push_back(std::make_unique<Guard>([&] { First.join(); }));
  Guards.push_back(std::make_unique<Guard>([&] { Second.join(); }));
  return readConfig();
}
