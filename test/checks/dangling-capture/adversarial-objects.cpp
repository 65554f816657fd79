// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: `this` in a task of an object that is static, on the heap and kept
// alive, or waits for the task itself.
#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

void poll();
void send(const std::string &line);

class Poller {
public:
  static Poller &instance() {
    static Poller poller;
    return poller;
  }
  Poller(const Poller &) = delete;
  Poller &operator=(const Poller &) = delete;

private:
  Poller() : thread_([this](std::stop_token stop) { run(std::move(stop)); }) {}

  void run(std::stop_token stop) {
    for (; !stop.stop_requested(); ++rounds_)
      poll();
  }

  std::atomic<int> rounds_{0};
  std::jthread thread_;
};

class Connection : public std::enable_shared_from_this<Connection> {
public:
  static std::shared_ptr<Connection> open() {
    return std::make_shared<Connection>();
  }

  void flush(std::vector<std::jthread> &tasks) {
    tasks.emplace_back([this, keep = shared_from_this()] { send(line_); });
  }

  void flushByBind(std::vector<std::jthread> &tasks) {
    tasks.emplace_back(std::bind(&Connection::write, shared_from_this()));
  }

private:
  void write() { send(line_); }

  std::string line_ = "line";
};

void flushesAConnection(std::vector<std::jthread> &tasks) {
  auto connection = Connection::open();
  connection->flush(tasks);
  connection->flushByBind(tasks);
}

class Worker {
public:
  Worker() : thread_(&Worker::run, this) {}
  ~Worker() {
    {
      std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }

private:
  void run() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return stopped_; });
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  bool stopped_ = false;
  std::thread thread_;
};

void usesAWorkerOnTheStack() {
  Worker worker;
  poll();
}

class Sender {
public:
  void sendLater(std::string line) {
    {
      std::lock_guard lock(mutex_);
      ++pending_;
    }
    std::thread([this, line = std::move(line)] {
      send(line);
      std::lock_guard lock(mutex_);
      --pending_;
      idle_.notify_all();
    }).detach();
  }

  ~Sender() {
    std::unique_lock lock(mutex_);
    idle_.wait(lock, [this] { return pending_ == 0; });
  }

private:
  std::mutex mutex_;
  std::condition_variable idle_;
  int pending_ = 0;
};

void sendsFromTheStack() {
  Sender sender;
  sender.sendLater("one");
  sender.sendLater("two");
}

struct Ticker {
  void tick() {
    std::thread ticking([this] { ++count; });
    ticking.join();
  }
  int count = 0;
};

int ticksOnTheStack() {
  Ticker ticker;
  ticker.tick();
  return ticker.count;
}
