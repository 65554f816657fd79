// member futures: only assigned when not running; polling UI
#include <chrono>
#include <future>
#include <string>
std::string fetch(std::string url);
class Loader {
  std::future<std::string> pending_;
  std::string last_;

public:
  void request(std::string url) {
    if (pending_.valid())
      last_ = pending_.get();
    pending_ = std::async(std::launch::async, fetch, std::move(url));
  }
  bool poll() {
    if (!pending_.valid())
      return false;
    if (pending_.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
      return false;
    last_ = pending_.get();
    return true;
  }
};
