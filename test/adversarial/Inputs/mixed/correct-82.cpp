// swap, exchange, vectors of owners; join after stop in a swap-out
#include <mutex>
#include <thread>
#include <utility>
#include <vector>
class Bag {
  std::mutex m_;
  std::vector<std::thread> v_;

public:
  void add(std::thread t) {
    std::lock_guard l(m_);
    v_.push_back(std::move(t));
  }
  void joinAll() {
    std::vector<std::thread> tmp;
    {
      std::lock_guard l(m_);
      tmp.swap(v_);
    }
    for (auto &&t : tmp)
      t.join();
  }
  ~Bag() {
    for (auto &t : std::exchange(v_, {}))
      t.join();
  }
};
int main() {
  Bag b;
  for (int i = 0; i < 3; ++i)
    b.add(std::thread([i] { (void)i; }));
  std::thread x([] {}), y;
  std::swap(x, y);
  b.add(std::move(y));
  b.joinAll();
}
