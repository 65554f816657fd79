// message loop with futures reaped inside the loop once a limit is reached
#include <deque>
#include <future>
#include <string>
bool next_message(std::string &m);
int process(std::string m);
long pump() {
  std::deque<std::future<int>> win;
  std::string m;
  long s = 0;
  while (next_message(m)) {
    if (win.size() >= 8) {
      s += win.front().get();
      win.pop_front();
    }
    win.push_back(std::async(std::launch::async, process, m));
  }
  for (auto &f : win)
    s += f.get();
  return s;
}
