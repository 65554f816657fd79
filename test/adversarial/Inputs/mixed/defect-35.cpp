// CRTP entry throws out of the thread
#include <stdexcept>
#include <thread>
template <class D> class Runnable {
public:
  void start() {
    t_ = std::thread([this] { static_cast<D *>(this)->loop(); }); // EXPECT: thread-exception-escape
  }
  void stop() {
    if (t_.joinable())
      t_.join();
  }
  ~Runnable() { stop(); }

private:
  std::thread t_;
};
class Once : public Runnable<Once> {
public:
  ~Once() { stop(); }
  void loop() {
    if (++n_ > 3)
      throw std::runtime_error("too many");
  }

private:
  int n_ = 0;
};
int main() {
  Once o;
  o.start();
}
