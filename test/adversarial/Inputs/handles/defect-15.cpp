#include <future>
#include <string>
std::string load(std::string);
class Cache {
  std::future<std::string> f_;

public:
  void refresh(const std::string &k) {
    f_ = std::async(std::launch::async, load, k); // EXPECT: unowned-future
  }
  std::string value() { return f_.get(); }
};
