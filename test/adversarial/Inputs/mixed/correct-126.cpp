// unbounded loop reads requests; async results joined in-loop; bounded vector
// trimmed
#include <deque>
#include <future>
#include <iostream>
#include <string>
static int handle(const std::string &s) { return static_cast<int>(s.size()); }
int main() {
  std::string line;
  std::deque<std::future<int>> win;
  int s = 0;
  while (std::getline(std::cin, line)) {
    if (win.size() >= 4) {
      s += win.front().get();
      win.pop_front();
    }
    win.push_back(std::async(std::launch::async, handle, line));
  }
  for (auto &f : win)
    s += f.get();
  while (std::getline(std::cin, line)) {
    std::thread t([line] { (void)line; });
    t.join();
  }
  return s;
}
