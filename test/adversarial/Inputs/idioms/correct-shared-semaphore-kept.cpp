// A copy of the shared_ptr is in the member map, and fire() releases every
// semaphore of the map.
#include <map>
#include <memory>
#include <semaphore>
class C {
  std::map<int, std::shared_ptr<std::binary_semaphore>> sems_;

public:
  void wait() {
    auto s = std::make_shared<std::binary_semaphore>(0);
    sems_[1] = s;
    fire();
    s->acquire();
  }
  void fire() {
    for (auto &[k, s] : sems_)
      s->release();
  }
};
int main() {
  C c;
  c.wait();
}
