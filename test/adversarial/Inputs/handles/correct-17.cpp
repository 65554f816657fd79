// unique_ptr with joining deleter
#include <memory>
#include <thread>
struct JoinDelete {
  void operator()(std::thread *t) const {
    if (t->joinable())
      t->join();
    delete t;
  }
};
using ThreadPtr = std::unique_ptr<std::thread, JoinDelete>;
ThreadPtr launch(int &out) {
  return ThreadPtr(new std::thread([&out] { out = 1; }));
}
int main() {
  int v = 0;
  {
    ThreadPtr p = launch(v);
  }
  return v - 1;
}
