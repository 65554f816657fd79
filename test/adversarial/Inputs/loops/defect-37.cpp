// throwing std call skips decrement; waiter in same class; exception is caught
// in entry, so only the signal is skipped
#include <atomic>
#include <string>
#include <thread>
#include <vector>
static std::atomic<int> left{0};
static int value(const std::string &s) { return std::stoi(s); }
static void parse(std::string s, int *out) {
  try {
    *out = value(s);
    left.fetch_sub(1); // EXPECT: skippable-completion
    left.notify_all();
  } catch (const std::exception &) {
    *out = -1;
  }
}
int main(int argc, char **argv) {
  std::vector<std::thread> ts;
  std::vector<int> out(static_cast<std::size_t>(argc));
  for (int i = 0; i < argc; ++i) {
    ++left;
    ts.emplace_back(parse, std::string(argv[i]), &out[i]);
  }
  for (int n; (n = left.load()) != 0;)
    left.wait(n);
  for (auto &t : ts)
    t.join();
}
