// inheritance: throw between spawn and join, helper throws
#include <stdexcept>
#include <string>
#include <thread>
static int parse(const std::string &s) { return std::stoi(s); }
int run(const std::string &s) {
  std::thread t([] {}); // EXPECT: unjoined-thread
  int n = parse(s);
  t.join();
  return n;
}
