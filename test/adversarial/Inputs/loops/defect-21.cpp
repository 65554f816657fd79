// stoi can throw before set_value; the promise is captured by reference and
// lives on
#include <future>
#include <string>
#include <thread>
int main(int argc, char **argv) {
  std::promise<int> p;
  auto f = p.get_future();
  std::string s = argc > 1 ? argv[1] : "";
  std::thread t([&p, s] {
    if (s.empty())
      return;
    p.set_value(static_cast<int>(s.size())); // EXPECT: skippable-completion
  });
  int v = f.get();
  t.join();
  return v;
}
