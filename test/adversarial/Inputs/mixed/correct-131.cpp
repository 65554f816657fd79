#include <atomic>
#include <list>
#include <memory>
#include <thread>
struct Sess {
  std::thread t;
  std::shared_ptr<std::atomic<bool>> done =
      std::make_shared<std::atomic<bool>>(false);
};
class Reaper {
  std::list<Sess> l_;

public:
  void start(int i) {
    auto &s = l_.emplace_back();
    s.t = std::thread([d = s.done, i] {
      (void)i;
      *d = true;
    });
  }
  void reap() {
    for (auto i = l_.begin(); i != l_.end();)
      if (*i->done) {
        i->t.join();
        i = l_.erase(i);
      } else
        ++i;
  }
  void reapIf() {
    std::erase_if(l_, [](Sess &s) {
      if (!*s.done)
        return false;
      s.t.join();
      return true;
    });
  }
  ~Reaper() {
    for (auto &s : l_)
      s.t.join();
  }
};
int main() {
  Reaper r;
  for (int i = 0; i < 5; ++i) {
    r.start(i);
    r.reap();
    r.reapIf();
  }
}
