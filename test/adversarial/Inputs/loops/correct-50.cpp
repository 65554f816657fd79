// jthread ignoring its token but bounded; thread local work with early continue
#include <array>
#include <atomic>
#include <cstdint>
#include <thread>
int main() {
  std::array<std::uint64_t, 4> res{};
  std::atomic<std::size_t> next{0};
  constexpr std::size_t total = 1000;
  {
    std::array<std::jthread, 4> ts;
    for (std::size_t w = 0; w < ts.size(); ++w)
      ts[w] = std::jthread([&, w] {
        while (true) {
          std::size_t i = next++;
          if (i >= total)
            break;
          if (i % 3 == 0)
            continue;
          res[w] += i;
        }
      });
  }
  return res[0] == 1;
}
