// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: bases, wrappers and owners that join for their parts.

#include <atomic>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

void pollSensor();
void flush();

class Stoppable {
public:
  virtual ~Stoppable() { halt(); }
  virtual void step() = 0;

protected:
  void launch() {
    Runner = std::thread([this] {
      while (!Stopping)
        step();
    });
  }
  void halt() {
    Stopping = true;
    if (Runner.joinable())
      Runner.join();
  }

private:
  std::atomic<bool> Stopping{false};
  std::thread Runner;
};

class Sensor final : public Stoppable {
public:
  Sensor() { launch(); }
  ~Sensor() override { halt(); }
  void step() override { pollSensor(); }
};

// Privately inherited joiner.
class Joining {
protected:
  Joining() = default;
  ~Joining() {
    for (std::thread &Worker : Workers)
      Worker.join();
  }
  std::vector<std::thread> Workers;
};

class Flusher : private Joining {
public:
  void add() { Workers.emplace_back(flush); }
};

// A member that joins what another member holds.
class ThreadHolder {
public:
  template <typename... Args>
  explicit ThreadHolder(Args &&...Arguments)
      : Inner(std::forward<Args>(Arguments)...) {}
  ThreadHolder(ThreadHolder &&) = default;
  ~ThreadHolder() {
    if (Inner.joinable())
      Inner.join();
  }

private:
  std::thread Inner;
};

class Service {
public:
  void start() {
    Reader = std::make_unique<ThreadHolder>(pollSensor);
    Others.emplace_back(flush);
  }

private:
  std::unique_ptr<ThreadHolder> Reader;
  std::vector<ThreadHolder> Others;
};

// Derived from the handle, as joining_thread and scoped_thread are.
class JoiningThread : public std::thread {
public:
  using std::thread::thread;
  JoiningThread(JoiningThread &&) = default;
  ~JoiningThread() {
    if (joinable())
      join();
  }
};

void derivedHandle() {
  JoiningThread Worker(pollSensor);
  flush();
}

class UsesDerived {
public:
  UsesDerived() : Worker(pollSensor) {}

private:
  JoiningThread Worker;
};

// Owner joins the thread of its nested part by a method of the part.
class Engine {
public:
  Engine() { Unit.Runner = std::thread(pollSensor); }
  ~Engine() { Unit.finish(); }

private:
  struct Part {
    std::thread Runner;
    void finish() {
      if (Runner.joinable())
        Runner.join();
    }
  };
  Part Unit;
};

class DefinedBelow {
public:
  DefinedBelow();
  ~DefinedBelow();

private:
  void close();
  std::thread Runner;
};

DefinedBelow::DefinedBelow() : Runner(pollSensor) {}

DefinedBelow::~DefinedBelow() { close(); }

void DefinedBelow::close() {
  if (Runner.get_id() != std::thread::id())
    Runner.join();
}
