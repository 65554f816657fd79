// jthread member + stop in dtor body; members after it ok because dtor joins
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>
class Logger {
  std::jthread th_;
  std::mutex m_;
  std::vector<std::string> lines_;
  std::condition_variable_any cv_;
  void run(std::stop_token st) {
    std::unique_lock lk(m_);
    while (!st.stop_requested()) {
      cv_.wait(lk, st, [&] { return !lines_.empty(); });
      lines_.clear();
    }
  }
  void shutdown() {
    th_.request_stop();
    if (th_.joinable())
      th_.join();
  }

public:
  Logger() {
    th_ = std::jthread([this](std::stop_token st) { run(st); });
  }
  ~Logger() { shutdown(); }
};
class Reset {
  std::jthread th_;
  std::string s_;

public:
  Reset() : th_([this] { s_ += "x"; }) {}
  ~Reset() { th_ = {}; }
};
class Opt {
  std::unique_ptr<std::jthread> th_;
  std::string s_;

public:
  void go() {
    th_ = std::make_unique<std::jthread>([this] { s_ += "x"; });
  }
  ~Opt() { th_.reset(); }
};
