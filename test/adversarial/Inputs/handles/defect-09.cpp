#include <string>
#include <string_view>
#include <thread>
void log(std::string_view);
void f(int i) {
  std::string s = std::to_string(i);
  std::string_view v = s;
  std::thread([v] { log(v); }).detach(); // EXPECT: dangling-capture, detached-thread
}
