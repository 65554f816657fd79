#include <thread>
#include <utility>
int main() {
  auto [x, y] = std::pair(std::thread([] {}), std::thread([] {}));
  x.join();
  y.join();
}
