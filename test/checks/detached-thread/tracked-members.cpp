// RUN: %check %s joinery-detached-thread
// Classes that count their detached tasks and offer a wait are silent.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <semaphore>
#include <string>
#include <thread>
#include <utility>

bool connect(const std::string &Host);
void upload(const std::string &File);

// Stays silent

class AtomicCount {
public:
  void start(std::string File) {
    Pending.fetch_add(1);
    std::thread([this, File = std::move(File)] {
      upload(File);
      Pending.fetch_sub(1);
      Pending.notify_all();
    }).detach();
  }

  void drain() {
    for (int Left = Pending.load(); Left != 0; Left = Pending.load())
      Pending.wait(Left);
  }

private:
  std::atomic<int> Pending{0};
};

class GuardedCount {
public:
  void start(const std::string &File) {
    {
      std::lock_guard Lock(Mutex);
      ++Active;
    }
    std::thread(&GuardedCount::run, this, File).detach();
  }

  void settle() {
    std::unique_lock Lock(Mutex);
    while (Active != 0)
      Idle.wait(Lock);
  }

private:
  void run(const std::string &File) {
    upload(File);
    std::lock_guard Lock(Mutex);
    if (--Active == 0)
      Idle.notify_all();
  }

  std::mutex Mutex;
  std::condition_variable Idle;
  int Active = 0;
};

class CountedByHelpers {
public:
  void start(std::string File) {
    enter();
    std::thread([this, File = std::move(File)] {
      upload(File);
      leave();
    }).detach();
  }

  ~CountedByHelpers() {
    std::unique_lock Lock(Mutex);
    Idle.wait(Lock, [this] { return Active == 0; });
  }

private:
  void enter() {
    std::lock_guard Lock(Mutex);
    ++Active;
  }

  void leave() {
    std::lock_guard Lock(Mutex);
    --Active;
    Idle.notify_all();
  }

  std::mutex Mutex;
  std::condition_variable Idle;
  std::size_t Active = 0;
};

class CountedByGuard {
public:
  void start(std::string Host, std::string File) {
    begin();
    std::thread([this, Host = std::move(Host), File = std::move(File)] {
      Leaver Leave{*this};
      if (!connect(Host))
        return;
      upload(File);
    }).detach();
  }

  bool shutdown(std::chrono::milliseconds Limit) {
    std::unique_lock Lock(Mutex);
    return Idle.wait_for(Lock, Limit, [this] { return Active == 0; });
  }

private:
  struct Leaver {
    CountedByGuard &Owner;
    ~Leaver() {
      std::lock_guard Lock(Owner.Mutex);
      if (--Owner.Active == 0)
        Owner.Idle.notify_all();
    }
  };

  void begin() {
    std::lock_guard Lock(Mutex);
    ++Active;
  }

  std::mutex Mutex;
  std::condition_variable Idle;
  int Active = 0;
};

// All permits are taken before the end, so every task has given its back.
class BoundedUploads {
public:
  void start(std::string File) {
    Slots.acquire();
    std::thread([this, File = std::move(File)] {
      upload(File);
      Slots.release();
    }).detach();
  }

  ~BoundedUploads() {
    for (int I = 0; I < 4; ++I)
      Slots.acquire();
  }

private:
  std::counting_semaphore<4> Slots{4};
};

// The wait may stand in drain, which another file defines.
class WaitElsewhere {
public:
  void start(std::string File) {
    Pending.fetch_add(1);
    std::thread([this, File = std::move(File)] {
      upload(File);
      Pending.fetch_sub(1);
      Pending.notify_all();
    }).detach();
  }

  void drain();

private:
  std::atomic<int> Pending{0};
};
