// futures: loop discarding, std::ignore, comma, cast
#include <future>
#include <tuple>
static int f() { return 1; }
void a() {
  for (int i = 0; i < 3; ++i)
    (void)std::async(std::launch::async, f); // EXPECT: unowned-future
  std::ignore = std::async(std::launch::async, f); // EXPECT: unowned-future
  static_cast<void>(std::async(f)); // EXPECT: unowned-future
}
