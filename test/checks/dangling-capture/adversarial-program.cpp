// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: a whole program whose tasks refer to locals of main and of each
// other's owners, all of which outlive them.
#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

struct Settings {
  std::string name = "ticker";
  std::chrono::milliseconds period = 100ms;
};

class Ticker {
public:
  Ticker(const Settings &settings, std::atomic<int> &ticks)
      : settings_(settings), ticks_(ticks),
        thread_([this](std::stop_token stop) { run(std::move(stop)); }) {}

private:
  void run(std::stop_token stop) {
    std::mutex mutex;
    std::condition_variable_any changed;
    std::unique_lock lock(mutex);
    while (!changed.wait_for(lock, stop, settings_.period,
                             [&stop] { return stop.stop_requested(); }))
      ++ticks_;
  }

  const Settings &settings_;
  std::atomic<int> &ticks_;
  std::jthread thread_;
};

static void show(std::string_view name, const std::atomic<int> &ticks) {
  std::printf("%.*s: %d\n", static_cast<int>(name.size()), name.data(),
              ticks.load());
}

int main() {
  const Settings settings;
  std::atomic<int> ticks{0};
  {
    Ticker ticker(settings, ticks);
    std::this_thread::sleep_for(1s);
  }

  std::string_view name = settings.name;
  std::array<std::thread, 2> showing{std::thread([&] { show(name, ticks); }),
                                     std::thread(show, name, std::cref(ticks))};
  for (auto &thread : showing)
    thread.join();

  std::vector<int> squares(4);
  {
    std::vector<std::jthread> workers;
    for (int i = 0; i < 4; ++i)
      workers.emplace_back([&squares, i] { squares[i] = i * i; });
  }
  return squares[3] == 9 ? 0 : 1;
}
