// stored job posted to a pool captures a local by reference, frame returns
#include <future>
#include <string>
std::future<std::size_t> len(std::string s) {
  return std::async(std::launch::async, [&s] { return s.size(); }); // EXPECT: dangling-capture
}
int main() { return len("abc").get() == 3 ? 0 : 1; }
