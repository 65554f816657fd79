// packaged_task on a thread; exception lands in the future
#include <future>
#include <iostream>
#include <string>
#include <thread>
int main(int argc, char **argv) {
  std::packaged_task<int(std::string)> task(
      [](std::string s) { return std::stoi(s); });
  std::future<int> f = task.get_future();
  std::thread t(std::move(task), std::string(argc > 1 ? argv[1] : "x"));
  t.join();
  try {
    std::cout << f.get() << "\n";
  } catch (const std::exception &) {
    return 2;
  }
  return 0;
}
