#include <optional>
#include <thread>
void w();
bool c();
void f() {
  std::optional<std::thread> t; // EXPECT: unjoined-thread
  if (c())
    t.emplace(w);
  if (!c())
    return;
  if (t)
    t->join();
}
