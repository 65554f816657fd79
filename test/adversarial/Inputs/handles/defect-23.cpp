#include <map>
#include <string>
#include <thread>
void serve(std::string) noexcept;
void all(const std::map<std::string, int> &cfg) {
  std::map<std::string, std::thread> ts; // EXPECT: unjoined-thread
  for (const auto &[k, v] : cfg)
    if (v > 0)
      ts.emplace(k, std::thread(serve, k));
  if (ts.size() > 10)
    return;
  for (auto &[k, t] : ts)
    t.join();
}
