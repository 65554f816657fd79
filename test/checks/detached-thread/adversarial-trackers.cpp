// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: trackers of many shapes, each with its wait.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <future>
#include <latch>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <utility>

void upload(const std::string &File);
bool refused(const std::string &File);

// A generic launcher: whatever it runs is counted.
class TaskTracker {
public:
  template <typename F> void launch(F Function) {
    enter();
    try {
      std::thread([this, Function = std::move(Function)]() mutable {
        const Ticket Held(this);
        Function();
      }).detach();
    } catch (...) {
      leave();
      throw;
    }
  }

  ~TaskTracker() { waitForAll(); }

  void waitForAll() {
    std::unique_lock Lock(Mutex);
    Drained.wait(Lock, [this] { return Count == 0; });
  }

private:
  class Ticket {
  public:
    explicit Ticket(TaskTracker *Owner) : Owner(Owner) {}
    Ticket(const Ticket &) = delete;
    ~Ticket() { Owner->leave(); }

  private:
    TaskTracker *Owner;
  };

  void enter() {
    const std::lock_guard Lock(Mutex);
    ++Count;
  }

  void leave() {
    const std::lock_guard Lock(Mutex);
    if (--Count == 0)
      Drained.notify_all();
  }

  std::mutex Mutex;
  std::condition_variable Drained;
  std::size_t Count = 0;
};

void launches(TaskTracker &Tracker) {
  Tracker.launch([] { upload("a"); });
  Tracker.launch([File = std::string("b")] {
    if (refused(File))
      return;
    upload(File);
  });
}

// Waits by polling the count.
class Polled {
public:
  void start(std::string File) {
    ++Active;
    std::thread([this, File = std::move(File)] {
      upload(File);
      --Active;
    }).detach();
  }
  ~Polled() {
    while (Active.load() > 0)
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }

private:
  std::atomic<int> Active{0};
};

// A base has the count, the derived class starts.
class Counted {
protected:
  void add() {
    std::lock_guard Lock(Mutex);
    ++Count;
  }
  void done() {
    std::lock_guard Lock(Mutex);
    if (--Count == 0)
      Zero.notify_all();
  }

public:
  void wait() {
    std::unique_lock Lock(Mutex);
    Zero.wait(Lock, [this] { return Count == 0; });
  }

private:
  std::mutex Mutex;
  std::condition_variable Zero;
  int Count = 0;
};

class Uploader : public Counted {
public:
  void start(std::string File) {
    add();
    std::thread(&Uploader::run, this, std::move(File)).detach();
  }

private:
  void run(std::string File) {
    upload(File);
    done();
  }
};

// One task at a time, with a promise as its end.
class OneAtATime {
public:
  void start(std::string File) {
    finish();
    std::promise<void> Ended;
    Running = Ended.get_future();
    std::thread([File = std::move(File), Ended = std::move(Ended)]() mutable {
      upload(File);
      Ended.set_value();
    }).detach();
  }
  void finish() {
    if (Running.valid())
      Running.wait();
  }
  ~OneAtATime() { finish(); }

private:
  std::future<void> Running;
};

// The counter is behind a pointer that both share.
class ByPointer {
public:
  void start(std::string File) {
    State->add();
    std::thread([State = State, File = std::move(File)] {
      upload(File);
      State->done();
    }).detach();
  }
  ~ByPointer() { State->wait(); }

private:
  struct Count {
    void add() { Left.fetch_add(1); }
    void done() {
      if (Left.fetch_sub(1) == 1)
        Left.notify_all();
    }
    void wait() {
      for (int Now; (Now = Left.load()) != 0;)
        Left.wait(Now);
    }
    std::atomic<int> Left{0};
  };
  std::shared_ptr<Count> State = std::make_shared<Count>();
};
