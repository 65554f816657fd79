// optional holding a thread
#include <optional>
#include <thread>
int run(int n) {
  std::optional<std::thread> t; // EXPECT: unjoined-thread
  if (n > 0)
    t.emplace([] {});
  if (n > 5)
    return 1;
  if (t)
    t->join();
  return 0;
}
