// future::get of a visibly throwing async inside a thread entry
#include <future>
#include <stdexcept>
#include <thread>
static int load(int k) {
  if (k == 0)
    throw std::runtime_error("k");
  return 100 / k;
}
class Stage {
  int k_;
  std::thread t_;
  int out_ = 0;
  void run() {
    auto f = std::async(std::launch::async, load, k_);
    out_ = f.get();
  }

public:
  explicit Stage(int k) : k_(k) {}
  void start() { t_ = std::thread(&Stage::run, this); } // EXPECT: thread-exception-escape
  ~Stage() {
    if (t_.joinable())
      t_.join();
  }
};
int main(int argc, char **) {
  Stage s(argc - 1);
  s.start();
}
