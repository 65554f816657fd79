// Work in progress is counted in an object that a function finds.
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

void work();

struct Progress {
  std::mutex Mutex;
  std::condition_variable Changed;
  int Left = 0;
};

static std::unique_ptr<Progress> Shared;

static Progress *progress() {
  if (!Shared)
    Shared = std::make_unique<Progress>();
  return Shared.get();
}

int main() {
  progress()->Left = 2;
  for (int I = 0; I < 2; ++I)
    std::thread([] {
      work();
      std::lock_guard<std::mutex> Lock(progress()->Mutex);
      if (--progress()->Left == 0)
        progress()->Changed.notify_all();
    }).detach();
  std::unique_lock<std::mutex> Lock(progress()->Mutex);
  progress()->Changed.wait(Lock, [] { return progress()->Left == 0; });
}
