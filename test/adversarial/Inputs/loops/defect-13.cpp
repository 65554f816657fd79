// a class offers drain(), its destructor does not wait, main never calls it
#include <condition_variable>
#include <cstdio>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
class Audit {
  struct State {
    std::mutex m;
    std::condition_variable cv;
    int inflight = 0;
  };
  std::shared_ptr<State> s_ = std::make_shared<State>();

public:
  void record(std::string what) {
    {
      std::lock_guard<std::mutex> lk(s_->m);
      ++s_->inflight;
    }
    std::thread([s = s_, what] {
      std::puts(what.c_str());
      std::lock_guard<std::mutex> lk(s->m);
      if (--s->inflight == 0)
        s->cv.notify_all();
    }).detach();
  }
  void drain() {
    std::unique_lock<std::mutex> lk(s_->m);
    s_->cv.wait(lk, [this] { return s_->inflight == 0; });
  }
};
int main() {
  Audit a;
  a.record("started");
  a.record("stopped");
  return 0; // EXPECT: incomplete-work
}
