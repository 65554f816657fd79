#include <functional>
#include <memory>
#include <span>
#include <string>
#include <thread>
#include <vector>
void use(const std::string *) noexcept;
void use2(std::span<const int>) noexcept;
void a() {
  std::string s = "x";
  std::thread t(use, &s); // EXPECT: dangling-capture
  t.detach(); // EXPECT: detached-thread
}
void b() {
  std::vector<int> v{1};
  std::thread t(use2, std::span<const int>(v)); // EXPECT: dangling-capture
  t.detach(); // EXPECT: detached-thread
}
class K {
  std::thread t_;

public:
  void go() {
    int n = 0;
    auto body = [&n] { ++n; }; // EXPECT: dangling-capture
    t_ = std::thread(body);
  }
  ~K() {
    if (t_.joinable())
      t_.join();
  }
};
void c(int arg) {
  auto f = std::bind([](int &x) { ++x; }, std::ref(arg)); // EXPECT: dangling-capture
  std::thread(f).detach(); // EXPECT: detached-thread
}
void d(const std::string &by_ref) {
  const char *p = by_ref.c_str();
  (void)p;
}
