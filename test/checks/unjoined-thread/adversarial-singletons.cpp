// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: threads of singletons and statics, ended by destructors or main.

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

void pollSensor();
void flush();

class Flusher {
public:
  static Flusher &instance() {
    static Flusher Only;
    return Only;
  }

  void start() {
    std::call_once(Once, [this] {
      Runner = std::thread([this] {
        while (!Stopping)
          flush();
      });
    });
  }

  Flusher(const Flusher &) = delete;
  Flusher &operator=(const Flusher &) = delete;

private:
  Flusher() = default;
  ~Flusher() {
    Stopping = true;
    if (Runner.joinable())
      Runner.join();
  }

  std::once_flag Once;
  std::atomic<bool> Stopping{false};
  std::thread Runner;
};

template <typename T> T &singleton() {
  static T Only;
  return Only;
}

class Poller {
public:
  Poller() : Runner(pollSensor) {}
  ~Poller() { Runner.join(); }

private:
  std::thread Runner;
};

static std::unique_ptr<Poller> GlobalPoller;

struct Registry {
  std::jthread Watcher;
  static Registry &get();
};

Registry &Registry::get() {
  static Registry Only;
  return Only;
}

inline std::thread Background;

struct StopsBackground {
  ~StopsBackground() {
    if (Background.joinable())
      Background.join();
  }
};

static StopsBackground AtTheEnd;

int main(int Argc, char **) {
  Flusher::instance().start();
  singleton<Poller>();
  GlobalPoller = std::make_unique<Poller>();
  Registry::get().Watcher = std::jthread(pollSensor);
  if (Argc > 1)
    return 1;
  Background = std::thread(flush);
  return 0;
}
