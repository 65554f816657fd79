// The owner's destructor gets every future before it dies.
#include <future>
#include <vector>
struct S {
  std::vector<std::future<int>> p;
  int n = 0;
  void add() {
    p.push_back(std::async(std::launch::async, [] { return 1; }));
  }
  ~S() {
    for (auto &f : p)
      n += f.get();
  }
};
int main(int argc, char **) {
  S s;
  s.add();
  return argc > 9;
}
