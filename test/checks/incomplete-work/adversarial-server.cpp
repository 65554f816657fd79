// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: a server whose main leaves by several ways, each after the drain.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

struct Request {
  std::string Path;
};

bool accept(Request &R);
bool listenOn(int Port);
void respond(const Request &R);
void note(const char *Line);

class Requests {
public:
  void handle(Request R) {
    {
      std::lock_guard Lock(Mutex);
      ++Active;
    }
    std::thread([this, R = std::move(R)] {
      respond(R);
      std::lock_guard Lock(Mutex);
      if (--Active == 0)
        Idle.notify_all();
    }).detach();
  }

  bool drain(std::chrono::seconds Limit) {
    std::unique_lock Lock(Mutex);
    return Idle.wait_for(Lock, Limit, [this] { return Active == 0; });
  }

private:
  std::mutex Mutex;
  std::condition_variable Idle;
  int Active = 0;
};

class Server {
public:
  explicit Server(int Port) : Port(Port) {}
  ~Server() { stop(); }

  bool run() {
    if (!listenOn(Port))
      return false;
    Beat = std::thread([this] {
      while (!Stopping)
        std::this_thread::yield();
    });
    Request R;
    while (!Stopping && accept(R))
      All.handle(std::move(R));
    return true;
  }

  void stop() {
    Stopping = true;
    if (Beat.joinable())
      Beat.join();
    if (!All.drain(std::chrono::seconds(5)))
      note("cut off");
  }

private:
  int Port;
  std::atomic<bool> Stopping{false};
  std::thread Beat;
  Requests All;
};

static int usage() {
  note("usage: server [port]");
  return 64;
}

int main(int Argc, char **Argv) {
  if (Argc > 2)
    return usage();
  const int Port = Argc == 2 ? std::atoi(Argv[1]) : 8080;
  if (Port <= 0)
    std::exit(usage());
  auto Main = std::make_unique<Server>(Port);
  if (!Main->run())
    return EXIT_FAILURE;
  Main->stop();
  Main.reset();
  return EXIT_SUCCESS;
}
