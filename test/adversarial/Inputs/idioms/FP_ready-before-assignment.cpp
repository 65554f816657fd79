// The member is assigned only when it is empty or wait_for(0) said that its
// task is ready.
#include <chrono>
#include <future>
class Saver {
  std::future<void> f_;
 public:
  void save() {
    if (f_.valid()) f_.wait();
    f_ = std::async(std::launch::async, [] {});
  }
  bool trySave() {
    if (f_.valid() && f_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return false;
    f_ = std::async(std::launch::async, [] {});
    return true;
  }
};
int main() { Saver s; s.save(); s.trySave(); } // FP: unowned-future
