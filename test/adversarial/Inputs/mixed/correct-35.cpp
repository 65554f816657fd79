// virtual run(): base class joins through final class destructor
#include <atomic>
#include <memory>
#include <thread>
#include <vector>
class Worker {
public:
  virtual ~Worker() { join(); }
  void launch() { th_ = std::thread(&Worker::entry, this); }
  void join() {
    if (th_.joinable())
      th_.join();
  }

protected:
  virtual void run() = 0;

private:
  void entry() noexcept { run(); }
  std::thread th_;
};
class A final : public Worker {
  int x = 0;
  void run() override {
    for (; x < 100; ++x) {
    }
  }

public:
  ~A() override { join(); }
};
class B final : public Worker {
  void run() override {}

public:
  ~B() override { join(); }
};
int main() {
  std::vector<std::unique_ptr<Worker>> v;
  v.push_back(std::make_unique<A>());
  v.push_back(std::make_unique<B>());
  for (auto &w : v)
    w->launch();
  for (auto &w : v)
    w->join();
}
