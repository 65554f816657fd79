// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: main leaves early in many ways, a guard or an owner always waits.

#include <condition_variable>
#include <functional>
#include <latch>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

void upload(const std::string &File);
bool configured();
bool openSocket();
int serve();

class Uploads {
public:
  void add(std::string File) {
    {
      std::lock_guard Lock(Mutex);
      ++Active;
    }
    std::thread([this, File = std::move(File)] {
      upload(File);
      std::lock_guard Lock(Mutex);
      --Active;
      Idle.notify_all();
    }).detach();
  }
  void settle() {
    std::unique_lock Lock(Mutex);
    Idle.wait(Lock, [this] { return Active == 0; });
  }

private:
  std::mutex Mutex;
  std::condition_variable Idle;
  int Active = 0;
};

class App {
public:
  ~App() { Files.settle(); }
  int run() {
    Files.add("start");
    if (!openSocket())
      return 3;
    return serve();
  }

private:
  Uploads Files;
};

class Deferred {
public:
  ~Deferred() {
    for (auto It = Actions.rbegin(); It != Actions.rend(); ++It)
      (*It)();
  }
  void add(std::function<void()> Action) {
    Actions.push_back(std::move(Action));
  }

private:
  std::vector<std::function<void()>> Actions;
};

struct Settle {
  void operator()(Uploads *U) const {
    U->settle();
    delete U;
  }
};

int main(int Argc, char **Argv) try {
  Uploads Early;
  Deferred AtEnd;
  AtEnd.add([&Early] { Early.settle(); });
  Early.add("log");
  if (!configured())
    return 1;

  std::unique_ptr<Uploads, Settle> Late(new Uploads);
  for (int I = 1; I < Argc; ++I)
    Late->add(Argv[I]);
  if (Argc > 9)
    throw std::runtime_error("too many files");

  std::latch Ready(1);
  std::thread([&Ready] { Ready.count_down(); }).detach();
  Ready.wait();

  return std::make_unique<App>()->run();
} catch (const std::exception &) {
  return 2;
}
