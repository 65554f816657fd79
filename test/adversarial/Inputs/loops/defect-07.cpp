#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
class Loader {
  std::mutex m_;
  std::condition_variable cv_;
  bool stop_ = false;
  int jobs_ = 0;
  std::thread t_;
  void run() {
    std::unique_lock<std::mutex> lk(m_);
    while (!stop_) {
      cv_.wait(lk);
      if (jobs_ > 0)
        --jobs_;
    }
  }

public:
  Loader() : t_(&Loader::run, this) {}
  void add() {
    std::lock_guard<std::mutex> lk(m_);
    ++jobs_;
    cv_.notify_one();
  }
  ~Loader() {
    t_.join(); // EXPECT: join-before-stop
    std::lock_guard<std::mutex> lk(m_);
    stop_ = true;
    cv_.notify_all();
  }
};
int main() {
  Loader l;
  l.add();
}
