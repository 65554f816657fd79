// array of threads, ranges, mem_fn, std::for_each
#include <algorithm>
#include <array>
#include <functional>
#include <ranges>
#include <thread>
#include <vector>
void w(int) noexcept;
void a() {
  std::array<std::thread, 3> ts{std::thread(w, 0), std::thread(w, 1),
                                std::thread(w, 2)};
  std::ranges::for_each(ts, &std::thread::join);
}
void b() {
  std::thread ts[4];
  for (int i = 0; i != 4; ++i)
    ts[i] = std::thread(w, i);
  for (auto it = std::begin(ts); it != std::end(ts); ++it)
    it->join();
}
void c() {
  std::vector<std::thread> v(4);
  std::generate(v.begin(), v.end(),
                [n = 0]() mutable { return std::thread(w, n++); });
  std::for_each(v.begin(), v.end(), std::mem_fn(&std::thread::join));
}
void d(int n) {
  std::vector<std::thread> v;
  std::generate_n(std::back_inserter(v), n, [] { return std::thread(w, 1); });
  while (!v.empty()) {
    v.back().join();
    v.pop_back();
  }
}
void e() {
  std::vector<std::thread> v;
  v.emplace_back(w, 1);
  for (auto &t : v | std::views::reverse)
    if (t.joinable())
      t.join();
  v.clear();
}
