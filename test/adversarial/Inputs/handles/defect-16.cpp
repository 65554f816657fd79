#include <functional>
#include <thread>
class Conn {
  std::thread th_;
  bool open_ = true;
  void close() {
    open_ = false;
    if (th_.joinable())
      th_.join(); // EXPECT: repeated-join
  }
  void loop() {
    for (int i = 0; i < 10; ++i)
      if (i == 7) {
        close();
        return;
      }
  }

public:
  Conn() : th_([this] { loop(); }) {}
  ~Conn() {
    if (th_.joinable())
      th_.join();
  }
};
int main() { Conn c; }
