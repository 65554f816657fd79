// dangling-capture goods
#include <atomic>
#include <condition_variable>
#include <functional>
#include <future>
#include <latch>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>
static std::string g_name = "g";
void use(std::string_view) noexcept;
void a() {
  static std::atomic<int> n{0};
  std::latch done(1);
  std::thread([&] {
    ++n;
    done.count_down();
  }).detach();
  done.wait();
}
std::future<int> b(std::string s) {
  return std::async(std::launch::async,
                    [s = std::move(s)] { return (int)s.size(); });
}
std::thread c(std::shared_ptr<std::string> p) {
  return std::thread([p] { use(*p); });
}
std::thread d() { return std::thread(use, std::string_view(g_name)); }
std::thread e() { return std::thread(use, std::string_view("literal")); }
std::future<int> f(const std::vector<int> &owned_by_caller) {
  return std::async(std::launch::async,
                    [&owned_by_caller] { return owned_by_caller[0]; });
}
int g() {
  int local = 1;
  std::packaged_task<int()> pt([&local] { return local; });
  auto fut = pt.get_future();
  std::thread t(std::move(pt));
  int r = fut.get();
  t.join();
  return r;
}
int h() {
  std::mutex m;
  std::condition_variable cv;
  bool done = false;
  int out = 0;
  std::thread t([&] {
    std::lock_guard lk(m);
    out = 5;
    done = true;
    cv.notify_one();
  });
  {
    std::unique_lock lk(m);
    cv.wait(lk, [&] { return done; });
  }
  t.join();
  return out;
}
void i() {
  auto up = std::make_unique<std::string>("x");
  std::string *raw = up.release();
  std::thread t([raw] {
    std::unique_ptr<std::string> own(raw);
    use(*own);
  });
  t.join();
}
std::thread j() {
  auto *heap = new std::string("x");
  return std::thread([heap] {
    use(*heap);
    delete heap;
  });
}
void k() {
  std::vector<int> out(4);
  {
    std::vector<std::jthread> ts;
    for (int i = 0; i < 4; ++i)
      ts.emplace_back([&out, i] { out[i] = i; });
  }
}
int l(int x) {
  auto body = [&] { return x * 2; };
  std::future<int> f1 = std::async(std::launch::async, body);
  std::future<int> f2 = std::async(std::launch::async, std::bind(body));
  return f1.get() + f2.get();
}
