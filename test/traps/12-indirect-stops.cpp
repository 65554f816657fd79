// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Worker loops that something other than their own condition ends.
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <pthread.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

void handle(int job);
void handleBytes(const char *bytes, long count);

class Queue {
public:
  void push(int job) {
    std::lock_guard lock(mutex_);
    jobs_.push_back(job);
    changed_.notify_one();
  }
  bool pop(int &job) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closed_ || !jobs_.empty(); });
    if (jobs_.empty())
      return false;
    job = jobs_.front();
    jobs_.pop_front();
    return true;
  }
  void close() {
    std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<int> jobs_;
  bool closed_ = false;
};

class Worker {
public:
  Worker() : thread_([this] { run(); }) {}
  ~Worker() {
    queue_.close();
    thread_.join();
  }
  void add(int job) { queue_.push(job); }

private:
  void run() {
    int job = 0;
    while (queue_.pop(job))
      handle(job);
  }

  Queue queue_;
  std::thread thread_;
};

class Flagged {
public:
  Flagged() : thread_(&Flagged::run, this) {}
  ~Flagged() {
    running_.store(false);
    thread_.join();
  }

private:
  void run() {
    while (running_.load())
      handle(0);
  }

  std::atomic<bool> running_{true};
  std::thread thread_;
};

class Loop {
public:
  virtual ~Loop() = default;
  virtual bool stopped() const = 0;
  void run() {
    while (!stopped())
      handle(0);
  }
};

void runsALoop(Loop &loop) {
  std::thread runner(&Loop::run, &loop);
  handle(1);
  runner.join();
}

class Reader {
public:
  explicit Reader(int fd) : fd_(fd), thread_([this] { run(); }) {}
  ~Reader() {
    ::shutdown(fd_, SHUT_RDWR);
    thread_.join();
    ::close(fd_);
  }

private:
  void run() {
    char bytes[256];
    for (long got; (got = ::read(fd_, bytes, sizeof bytes)) > 0;)
      handleBytes(bytes, got);
  }

  int fd_;
  std::thread thread_;
};

class Timers {
public:
  Timers()
      : work_(boost::asio::make_work_guard(context_)),
        thread_([this] { context_.run(); }) {}
  ~Timers() {
    work_.reset();
    context_.stop();
    thread_.join();
  }

private:
  using Executor = boost::asio::io_context::executor_type;
  boost::asio::io_context context_;
  boost::asio::executor_work_guard<Executor> work_;
  std::thread thread_;
};

void waitsForASignal() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::thread waiter([signals] {
    for (int number = 0; number != SIGTERM;)
      sigwait(&signals, &number);
  });
  waiter.join();
}
