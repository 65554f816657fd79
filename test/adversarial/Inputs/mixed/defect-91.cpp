// map of futures overwritten; member future overwritten by restart
#include <future>
class C {
  std::future<int> f_;

public:
  void kick() {
    f_ = std::async(std::launch::async, [] { return 1; }); // EXPECT: unowned-future
  }
  int get() { return f_.get(); }
};
