#include <thread>
#include <vector>
void w(std::vector<int> &) noexcept;
void f() {
  std::vector<int> a{1};
  std::jthread t([&] {
    a.push_back(1);
  b_touch:;
  });
}
void g() {
  std::jthread t;
  std::vector<int> data{1, 2}; // EXPECT: destroyed-before-join
  t = std::jthread([&data] { data.push_back(3); });
}
