// Code of many kinds: templates, lambdas, statics, exceptions, threads.
#include <condition_variable>
#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace {
std::mutex Mutex;
std::condition_variable Ready;
std::map<std::string, std::function<int(int)>> Jobs = {
    {"twice", [](int X) { return 2 * X; }},
    {"next", [](int X) { return X + 1; }},
};
} // namespace

struct Worker {
  ~Worker() {
    if (Thread.joinable())
      Thread.join();
  }
  template <typename Work> void start(Work Run) {
    Thread = std::thread([this, Run] {
      std::unique_lock<std::mutex> Lock(Mutex);
      Ready.wait(Lock, [this] { return Stop; });
      Run();
    });
  }
  void stop() {
    std::lock_guard<std::mutex> Lock(Mutex);
    Stop = true;
    Ready.notify_all();
  }
  std::thread Thread;
  bool Stop = false;
};

int run(const std::string &Name, int X) {
  static int Calls = 0;
  ++Calls;
#ifndef NO_EXCEPTIONS
  try {
    return Jobs.at(Name)(X);
  } catch (const std::exception &) {
    return -Calls;
  }
#else
  return Jobs[Name](X);
#endif
}

int main() {
  std::vector<Worker> Workers(3);
  for (Worker &W : Workers)
    W.start([] { run("twice", 1); });
  std::async(std::launch::async, [] { run("next", 2); });
  for (Worker &W : Workers)
    W.stop();
  std::thread([] { run("gone", 3); }).detach();
  return run("next", -1);
}
