// factory's future dropped
#include <future>
std::future<int> compute(int a) {
  return std::async(std::launch::async, [a] { return a * a; });
}
void go() { compute(3); } // EXPECT: unowned-future
