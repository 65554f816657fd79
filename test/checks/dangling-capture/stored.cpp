// RUN: %check %s joinery-dangling-capture
// A callable that is stored for a task to run outlives the frame that stored
// it.
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>

void stamp(const std::string &letter);

class Office {
public:
  Office() : clerk_([this](std::stop_token stop) { run(std::move(stop)); }) {}

  void add(std::function<void()> job) {
    std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
    changed_.notify_one();
  }

private:
  void run(std::stop_token stop) {
    for (;;) {
      std::unique_lock lock(mutex_);
      if (!changed_.wait(lock, stop, [this] { return !jobs_.empty(); }))
        return;
      auto job = std::move(jobs_.front());
      jobs_.pop_front();
      lock.unlock();
      job();
    }
  }

  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<std::function<void()>> jobs_;
  std::jthread clerk_;
};

// Reports.

// A callable that another object keeps for its task is not followed.
void FN_leavesAReferenceBehind(Office &office) {
  std::string letter = "dear";
  office.add([&letter] { stamp(letter); });
}

// Stays silent.

void leavesACopyBehind(Office &office) {
  std::string letter = "dear";
  office.add([letter] { stamp(letter); });
}

void waitsForTheJob(Office &office) {
  std::string letter = "dear";
  std::promise<void> stamped;
  office.add([&] {
    stamp(letter);
    stamped.set_value();
  });
  stamped.get_future().wait();
}

void callsTheJobItself() {
  std::string letter = "dear";
  std::function<void()> job = [&letter] { stamp(letter); };
  job();
}

void ownsTheOffice() {
  std::string letter = "dear";
  Office office;
  office.add([&letter] { stamp(letter); });
}
