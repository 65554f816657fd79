#include <optional>
#include <stdexcept>
#include <thread>
void job();
bool ok();
int f(bool bg) {
  std::optional<std::thread> t;
  struct Join {
    std::optional<std::thread> &o;
    ~Join() {
      if (o && o->joinable())
        o->join();
    }
  } j{t};
  if (bg)
    t.emplace(job);
  if (!ok())
    throw std::runtime_error("no");
  if (!bg) {
    job();
    return 1;
  }
  return 0;
}
