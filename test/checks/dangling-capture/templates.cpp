// RUN: %check %s joinery-dangling-capture
// A template is reported once, not once per instantiation.
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <utility>

void save(const std::string &note);
void save(int number);
void idle();

// Reports.

template <typename T> void savesLater(T value) {
  std::thread([&value] { save(value); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

template <typename Fn> void runsLater(Fn fn) {
  std::thread(std::ref(fn)).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

template <typename T> class Saver {
public:
  void start(T value) {
    thread_ = std::jthread([&value] { save(value); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
  }

private:
  std::jthread thread_;
};

// Stays silent.

template <typename T> void savesACopyLater(T value) {
  std::thread([value = std::move(value)] { save(value); }).detach();
}

template <typename Fn> void runsACopyLater(Fn fn) {
  std::thread(std::move(fn)).detach();
}

template <typename T> void savesNow(T value) {
  std::thread saver([&value] { save(value); });
  idle();
  saver.join();
}

template <typename Fn> auto inBackground(Fn fn) {
  auto result = std::async(std::launch::async, [&fn] { return fn(); });
  idle();
  return result.get();
}

template <typename... Ts> void savesAll(const Ts &...values) {
  auto save_all = [values...] { (save(values), ...); };
  std::thread(save_all).detach();
}

void instantiates(Saver<int> &numbers, Saver<std::string> &notes) {
  savesLater(1);
  savesLater(std::string("milk"));
  runsLater(idle);
  runsLater([] { save(2); });
  numbers.start(3);
  notes.start("bread");
  savesACopyLater(4);
  savesACopyLater(std::string("milk"));
  runsACopyLater(idle);
  runsACopyLater([] { save(5); });
  savesNow(6);
  savesNow(std::string("milk"));
  inBackground(idle);
  inBackground([] { return 7; });
  savesAll(8, std::string("milk"));
}
