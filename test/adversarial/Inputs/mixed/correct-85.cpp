// futures in struct/tuple/map/optional; when-all helper; shared_future
#include <algorithm>
#include <future>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>
static int sq(int x) { return x * x; }
template <class C> auto collect(C &&fs) {
  std::vector<int> r;
  for (auto &f : fs)
    r.push_back(f.get());
  return r;
}
struct Pending {
  std::string name;
  std::future<int> f;
};
int main() {
  std::vector<Pending> ps;
  ps.push_back({"a", std::async(std::launch::async, sq, 2)});
  ps.emplace_back(Pending{"b", std::async(std::launch::async, sq, 3)});
  int s = 0;
  for (auto &[n, f] : ps)
    s += f.get() + static_cast<int>(n.size());
  std::map<int, std::future<int>> m;
  for (int i = 0; i < 3; ++i)
    m.emplace(i, std::async(std::launch::async, sq, i));
  for (auto &kv : m)
    s += kv.second.get();
  auto t = std::make_tuple(std::async(std::launch::async, sq, 4),
                           std::async(std::launch::async, sq, 5));
  s += std::get<0>(t).get() + std::get<1>(t).get();
  std::optional<std::future<int>> o;
  if (s > 3)
    o = std::async(std::launch::async, sq, 6);
  if (o)
    s += o->get();
  std::vector<std::future<int>> v;
  std::generate_n(std::back_inserter(v), 3, [i = 0]() mutable {
    return std::async(std::launch::async, sq, i++);
  });
  for (int x : collect(v))
    s += x;
  std::shared_future<int> sh = std::async(std::launch::async, sq, 7).share();
  auto sh2 = sh;
  s += sh2.get();
  return s;
}
