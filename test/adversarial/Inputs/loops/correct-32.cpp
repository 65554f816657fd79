// logger singleton thread, flush via cv, stop in atexit-ish static destructor
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <string>
#include <thread>
#include <vector>
class AsyncLog {
public:
  static AsyncLog &instance() {
    static AsyncLog log;
    return log;
  }
  void write(std::string s) {
    std::unique_lock<std::mutex> lk(mu_);
    room_.wait(lk, [&] { return buf_.size() < 1000 || done_; });
    buf_.emplace_back(std::move(s));
    lk.unlock();
    data_.notify_one();
  }
  AsyncLog(const AsyncLog &) = delete;

private:
  AsyncLog() : worker_([this] { drain(); }) {}
  ~AsyncLog() {
    {
      std::lock_guard<std::mutex> lk(mu_);
      done_ = true;
    }
    data_.notify_all();
    room_.notify_all();
    if (worker_.joinable())
      worker_.join();
  }
  void drain() {
    std::vector<std::string> local;
    bool last = false;
    do {
      {
        std::unique_lock<std::mutex> lk(mu_);
        data_.wait_for(lk, std::chrono::seconds(1),
                       [&] { return done_ || !buf_.empty(); });
        local.swap(buf_);
        last = done_;
      }
      room_.notify_all();
      for (auto &s : local)
        out_ << s << '\n';
      out_.flush();
      local.clear();
    } while (!last);
  }
  std::mutex mu_;
  std::condition_variable data_, room_;
  std::vector<std::string> buf_;
  bool done_ = false;
  std::ofstream out_{"/tmp/log"};
  std::thread worker_;
};
int main() { AsyncLog::instance().write("hello"); }
