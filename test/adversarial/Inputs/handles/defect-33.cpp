#include <future>
#include <tuple>
#include <vector>
int c(int);
void a() {
  (void)std::async(std::launch::async, c, 1); // EXPECT: unowned-future
  std::ignore = std::async(std::launch::async, c, 2); // EXPECT: unowned-future
  std::async(c, 3), c(1); // EXPECT: unowned-future
  for (int i = 0; i < 3; ++i)
    std::async(std::launch::async, [i] { c(i); }); // EXPECT: unowned-future
  auto f = std::async(std::launch::async, c, 4);
  f = std::async(std::launch::async, c, 5); // EXPECT: unowned-future
  f.get();
}
void b() {
  std::vector<std::future<int>> v;
  for (int i = 0; i < 3; ++i)
    v.push_back(std::async(std::launch::async, c, i)); // EXPECT: unowned-future
}
static std::future<int> start(int x) {
  auto f = std::async(std::launch::async, c, x);
  return f;
}
void d() { start(3); } // EXPECT: unowned-future
int e(bool q) {
  auto f = start(3); // EXPECT: unowned-future
  if (q)
    return 0;
  return f.get();
}
