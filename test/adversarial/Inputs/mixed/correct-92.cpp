// thread in union-like any / shared_ptr<void> / unique_ptr<Base> type-erased
#include <any>
#include <functional>
#include <memory>
#include <thread>
struct Task {
  virtual ~Task() = default;
};
template <class F> struct TaskOf final : Task {
  std::jthread t;
  explicit TaskOf(F f) : t(std::move(f)) {}
};
template <class F> std::unique_ptr<Task> launch(F f) {
  return std::make_unique<TaskOf<F>>(std::move(f));
}
static std::shared_ptr<void> keep() {
  return std::make_shared<std::jthread>([] {});
}
int main() {
  auto t = launch([] {});
  std::any a = keep();
  std::function<void()> fin = [th = std::make_shared<std::thread>([] {})] {
    if (th->joinable())
      th->join();
  };
  fin();
}
