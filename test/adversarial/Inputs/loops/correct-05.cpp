// promise/future pair; error path uses set_exception
#include <exception>
#include <future>
#include <iostream>
#include <stdexcept>
#include <string>
#include <thread>
static int parse(const std::string &s) {
  if (s.empty())
    throw std::invalid_argument("empty");
  return std::stoi(s);
}
int main() {
  std::promise<int> p;
  auto f = p.get_future();
  std::thread t([p = std::move(p)]() mutable {
    try {
      p.set_value(parse("42"));
    } catch (...) {
      p.set_exception(std::current_exception());
    }
  });
  int rc = 0;
  try {
    std::cout << f.get() << '\n';
  } catch (const std::exception &e) {
    std::cerr << e.what() << '\n';
    rc = 1;
  }
  t.join();
  return rc;
}
