// dangling captures
#include <asio.hpp>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>
void use(const std::string &) noexcept;
struct Job {
  std::string n;
  void operator()() const noexcept { use(n); }
  void run() noexcept { use(n); }
  void go();
};
void a() {
  Job j{"x"};
  std::thread(&Job::run, &j).detach(); // EXPECT: dangling-capture, detached-thread
}
void b() {
  Job j{"x"};
  std::thread(std::ref(j)).detach(); // EXPECT: dangling-capture, detached-thread
}
void c(asio::thread_pool &p) {
  std::string s = "x";
  asio::post(p, [&s] { use(s); }); // EXPECT: dangling-capture
}
std::vector<std::thread> d() {
  std::vector<std::thread> v;
  int n = 0;
  for (int i = 0; i < 3; ++i)
    v.emplace_back([&n, i] { n += i; }); // EXPECT: dangling-capture
  return v;
}
std::future<int> e(int x) {
  auto f = std::async(std::launch::async, [&] { return x + 1; }); // EXPECT: dangling-capture
  return f;
}
struct Own {
  std::vector<std::jthread> ts;
  void add() {
    std::string local = "l";
    ts.emplace_back([p = &local] { use(*p); }); // EXPECT: dangling-capture
  }
};
struct Inner {
  std::string s = "x";
  void bg() {
    std::thread([this] { use(s); }).detach(); // EXPECT: detached-thread
  }
};
void f() {
  auto up = std::make_unique<std::string>("q");
  std::thread t([&s = *up] { use(s); }); // EXPECT: dangling-capture
  t.detach(); // EXPECT: detached-thread
}
void g() {
  std::string s = "x";
  auto &r = s;
  auto *p = &r;
  std::thread t([p] { use(*p); }); // EXPECT: dangling-capture
  t.detach(); // EXPECT: detached-thread
}
void h() {
  char buf[16] = "x";
  std::thread t([](const char *q) { use(q); }, buf); // EXPECT: dangling-capture
  t.detach(); // EXPECT: detached-thread
}
void i() {
  for (int k = 0; k < 3; ++k)
    std::thread([&] { (void)(k + 1); }).detach(); // EXPECT: dangling-capture, detached-thread
}
void Job::go() {}
