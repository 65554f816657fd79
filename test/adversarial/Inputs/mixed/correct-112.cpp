// CRTP guard + base class with pure virtual, NVI; interface IThread with
// factory; std::function<std::thread()> factories
#include <functional>
#include <memory>
#include <thread>
#include <vector>
struct IThread {
  virtual ~IThread() = default;
  virtual void join() = 0;
};
class StdThread : public IThread {
  std::thread t_;

public:
  explicit StdThread(std::function<void()> f) : t_(std::move(f)) {}
  ~StdThread() override {
    if (t_.joinable())
      t_.join();
  }
  void join() override { t_.join(); }
};
struct Factory {
  virtual ~Factory() = default;
  virtual std::unique_ptr<IThread> make(std::function<void()> f) = 0;
};
struct StdFactory : Factory {
  std::unique_ptr<IThread> make(std::function<void()> f) override {
    return std::make_unique<StdThread>(std::move(f));
  }
};
int main() {
  StdFactory sf;
  Factory &f = sf;
  auto t = f.make([] {});
  t->join();
  std::function<std::thread()> mk = [] { return std::thread([] {}); };
  std::vector<std::thread> v;
  v.push_back(mk());
  std::thread u = mk();
  v.push_back(std::move(u));
  for (auto &x : v)
    x.join();
}
