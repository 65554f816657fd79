#include <thread>
class Flusher {
  std::thread t_;
  void flush() {}

public:
  Flusher() : t_(&Flusher::flush, this) {}
  void shutdown() {
    t_.join();
    if (t_.joinable())
      t_.join();
  }
  void close() {
    t_.join();
    finish(); // EXPECT: repeated-join
  }
  ~Flusher() {
    if (t_.joinable())
      t_.join();
  }

private:
  void finish() { t_.join(); }
};
