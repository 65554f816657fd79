// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: the shared state lives as long as its last user, and is awaited.

#include <atomic>
#include <condition_variable>
#include <functional>
#include <latch>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

void upload(const std::string &File);

// Tasks keep the session alive through shared_from_this.
class Session : public std::enable_shared_from_this<Session> {
public:
  void start(std::string File) {
    {
      std::lock_guard Lock(Mutex);
      ++Active;
    }
    std::thread([Self = shared_from_this(), File = std::move(File)] {
      upload(File);
      std::lock_guard Lock(Self->Mutex);
      if (--Self->Active == 0)
        Self->Idle.notify_all();
    }).detach();
  }

  void wait() {
    std::unique_lock Lock(Mutex);
    Idle.wait(Lock, [this] { return Active == 0; });
  }

private:
  std::mutex Mutex;
  std::condition_variable Idle;
  int Active = 0;
};

// The state is a struct of its own that both ends share.
struct Shared {
  std::mutex Mutex;
  std::condition_variable Changed;
  int Left = 0;
};

void sharedStruct(const std::vector<std::string> &Files) {
  auto State = std::make_shared<Shared>();
  State->Left = static_cast<int>(Files.size());
  for (const std::string &File : Files) {
    std::thread([State, File] {
      upload(File);
      std::lock_guard Lock(State->Mutex);
      --State->Left;
      State->Changed.notify_one();
    }).detach();
  }
  std::unique_lock Lock(State->Mutex);
  State->Changed.wait(Lock, [&] { return State->Left == 0; });
}

// The last owner of the token raises the signal: its deleter counts down.
void tokenOfTheLastOwner() {
  std::latch Done(1);
  {
    std::shared_ptr<void> Token(nullptr,
                                [&Done](void *) { Done.count_down(); });
    for (int I = 0; I < 3; ++I)
      std::thread([Token] { upload("part"); }).detach();
  }
  Done.wait();
}

// The latch stands in a struct that the entry gets as an argument.
struct Request {
  std::string File;
  std::latch Done{1};
};

static void serve(std::shared_ptr<Request> R) {
  upload(R->File);
  R->Done.count_down();
}

void byArgument(std::string File) {
  auto R = std::make_shared<Request>();
  R->File = std::move(File);
  std::thread(serve, R).detach();
  R->Done.wait();
}

void byRawPointer(std::string File) {
  Request R;
  R.File = std::move(File);
  std::thread([Pointer = &R] {
    upload(Pointer->File);
    Pointer->Done.count_down();
  }).detach();
  R.Done.wait();
}
