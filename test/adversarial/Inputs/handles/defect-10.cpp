#include <functional>
#include <future>
#include <vector>
int sum(const std::vector<int> &v);
std::future<int> f(int n) {
  std::vector<int> v(n, 1);
  return std::async(std::launch::async, sum, std::cref(v)); // EXPECT: dangling-capture
}
