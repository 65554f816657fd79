// RUN: %check %s joinery-unowned-future
// A template is reported once, not once per instantiation, and not at all for
// what depends on unseen code.
#include <future>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

void flush();
int measure(const std::string &file);
void idle();

// Reports.

template <typename Fn> void discards(Fn fn) {
  std::async(std::launch::async, fn);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

template <typename T> int leavesUnread(const T &file, bool hurried) {
  auto size = std::async(std::launch::async, measure, file);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  if (hurried)
    return 0;
  return size.get();
}

template <typename T> class Slot {
public:
  void refresh(const T &file) {
    size_ = std::async(std::launch::async, measure, file);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  }

private:
  std::future<int> size_;
};

void instantiates(Slot<std::string> &slot, Slot<const char *> &other) {
  discards(flush);
  discards([] { flush(); });
  leavesUnread(std::string("a"), true);
  leavesUnread("b", false);
  slot.refresh("a");
  other.refresh("b");
}

// Stays silent.

template <typename Fn> auto start(Fn fn) {
  return std::async(std::launch::async, std::move(fn));
}

template <typename Fn> auto runs(Fn fn) {
  return std::async(std::launch::async, std::move(fn)).get();
}

template <typename... Fns> void runsAll(Fns... fns) {
  std::vector<std::future<void>> pending;
  (pending.push_back(std::async(std::launch::async, fns)), ...);
  for (auto &task : pending)
    task.get();
}

template <typename Fn> auto readsWhatItReturns(Fn fn) {
  auto result = std::async(std::launch::async, fn);
  idle();
  if constexpr (std::is_void_v<decltype(result.get())>)
    result.wait();
  else
    return result.get();
}

template <typename T> class Cell {
public:
  explicit Cell(const T &file)
      : size_(std::async(std::launch::async, measure, file)) {}
  int size() { return size_.get(); }

private:
  std::future<int> size_;
};

int instantiatesSilently() {
  Cell<std::string> cell("c");
  start([] { return 1; }).wait();
  auto started = start([] { return 2; });
  runs(flush);
  runsAll(flush, [] { flush(); });
  readsWhatItReturns(flush);
  return cell.size() + started.get() + readsWhatItReturns([] { return 3; });
}
