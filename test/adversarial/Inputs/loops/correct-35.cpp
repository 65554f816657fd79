// sleep inside a task loop that has no stop test but ends by itself; noexcept
// main
#include <array>
#include <chrono>
#include <iostream>
#include <thread>
using namespace std::literals;
int main() {
  std::thread spinner([] {
    static constexpr std::array frames{'|', '/', '-', '\\'};
    for (char c : frames) {
      std::cout << c << '\r' << std::flush;
      std::this_thread::sleep_for(250ms);
    }
  });
  spinner.join();
}
