// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Threads that live as long as the process: leaked on purpose, static, global.
#include <atomic>
#include <cstdlib>
#include <stop_token>
#include <thread>

void beat();
void rotate();

class Heartbeat {
public:
  static Heartbeat &instance() {
    static auto &heartbeat = *new Heartbeat;
    return heartbeat;
  }

  void mute(bool muted) { muted_ = muted; }

private:
  Heartbeat() : thread_([this] { run(); }) {}
  ~Heartbeat() = delete;

  void run() {
    for (; !ended_; std::this_thread::yield())
      if (!muted_)
        beat();
  }

  std::atomic<bool> muted_{false};
  std::atomic<bool> ended_{false};
  std::thread thread_;
};

void mutesTheHeartbeat() { Heartbeat::instance().mute(true); }

std::jthread rotation;

void startsRotation() {
  rotation = std::jthread([](std::stop_token stop) {
    while (!stop.stop_requested())
      rotate();
  });
}

void keepsRotating() {
  static std::jthread keeper([](std::stop_token stop) {
    while (!stop.stop_requested())
      rotate();
  });
}

void leaksAHandle() {
  static std::thread *const forever = new std::thread(beat);
  (void)forever;
}

std::thread atExit;

void startsUntilExit() {
  atExit = std::thread(beat);
  std::atexit([] { atExit.join(); });
}

class Registry {
public:
  static Registry &get() {
    static Registry registry;
    return registry;
  }
  ~Registry() {
    ended_ = true;
    thread_.join();
  }

private:
  Registry() : thread_([this] { run(); }) {}

  void run() {
    while (!ended_)
      rotate();
  }

  std::atomic<bool> ended_{false};
  std::thread thread_;
};

void touchesTheRegistry() { (void)Registry::get(); }
