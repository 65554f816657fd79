// virtual hooks: base template-method, derived sets the stop flag before
// calling base join
#include <atomic>
#include <thread>
class Base {
public:
  virtual ~Base() = default;
  void start() {
    if (!t.joinable())
      t = std::thread(&Base::body, this);
  }
  void finish() {
    requestStop();
    if (t.joinable())
      t.join();
  }

protected:
  virtual void requestStop() = 0;
  virtual bool step() = 0;

private:
  void body() {
    while (step()) {
    }
  }
  std::thread t;
};
class D final : public Base {
  std::atomic<bool> stop{false};
  void requestStop() override { stop = true; }
  bool step() override { return !stop; }

public:
  ~D() override { finish(); }
};
int main() {
  D d;
  d.start();
}
