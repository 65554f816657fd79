// variant holding thread destroyed
#include <thread>
#include <variant>
int go(int n) {
  std::variant<std::monostate, std::thread> v; // FN: unjoined-thread
  v = std::thread([] {});
  if (n < 0) return -1;
  std::get<std::thread>(v).join();
  return 0;
}
