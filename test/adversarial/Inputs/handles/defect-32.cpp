// async future member declared before the data that the task uses
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>
class P {
  std::future<int> f_;
  std::string data_; // EXPECT: destroyed-before-join

public:
  P() {
    f_ = std::async(std::launch::async, [this] { return (int)data_.size(); });
  }
  int get() { return f_.get(); }
};
class V {
  std::vector<std::jthread> ts_;
  std::string data_; // EXPECT: destroyed-before-join

public:
  void go() {
    ts_.emplace_back([this] { data_ += "x"; });
  }
};
class Opt {
  std::optional<std::jthread> t_;
  std::string data_; // EXPECT: destroyed-before-join

public:
  void go() { t_.emplace(&Opt::run, this); }
  void run() { data_ += "y"; }
};
class Up {
  std::unique_ptr<std::jthread> t_;
  std::string data_; // EXPECT: destroyed-before-join

public:
  void go() {
    t_ = std::make_unique<std::jthread>([this] { data_ += "x"; });
  }
};
