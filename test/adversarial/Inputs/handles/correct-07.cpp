#include <future>
#include <numeric>
#include <vector>
int part(const std::vector<int> &v, size_t b, size_t e) {
  return std::accumulate(v.begin() + b, v.begin() + e, 0);
}
int sum(const std::vector<int> &v) {
  std::vector<std::future<int>> fs;
  const size_t step = v.size() / 4 + 1;
  for (size_t b = 0; b < v.size(); b += step)
    fs.push_back(std::async(std::launch::async, part, std::cref(v), b,
                            std::min(b + step, v.size())));
  int r = 0;
  while (!fs.empty()) {
    r += fs.back().get();
    fs.pop_back();
  }
  return r;
}
int main() { return sum({1, 2, 3}) == 6 ? 0 : 1; }
