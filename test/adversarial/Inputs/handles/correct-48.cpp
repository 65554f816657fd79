// function-level statics, globals, singletons, leaked; tests w/ noreturn
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>
void w() noexcept;
namespace {
std::thread g_thread;
std::vector<std::thread> g_pool;
std::atomic<bool> g_on{false};
} // namespace
void init() {
  if (g_on.exchange(true))
    return;
  g_thread = std::thread(w);
  for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
    g_pool.emplace_back(w);
}
void fini() {
  if (!g_on.exchange(false))
    return;
  g_thread.join();
  for (auto &t : g_pool)
    t.join();
  g_pool.clear();
}
class Reg {
public:
  static Reg &get() {
    static Reg *r = new Reg;
    return *r;
  }
  void join() {
    std::lock_guard lk(m_);
    for (auto &[k, t] : ts_)
      t->join();
    ts_.clear();
  }
  template <class F> void add(std::string k, F &&f) {
    std::lock_guard lk(m_);
    auto &slot = ts_[std::move(k)];
    if (slot)
      slot->join();
    slot = std::make_unique<std::thread>(std::forward<F>(f));
  }
  ~Reg() { join(); }

private:
  Reg() = default;
  std::mutex m_;
  std::map<std::string, std::unique_ptr<std::thread>> ts_;
};
void use() {
  Reg::get().add("a", [] {});
  Reg::get().add("b", w);
}
