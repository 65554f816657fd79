// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: promises and packaged tasks, whose futures never block.
#include <chrono>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>

using namespace std::chrono_literals;

int solve(int puzzle);
void use(int value);

class Solvers {
public:
  Solvers() : thread_([this](std::stop_token stop) { run(std::move(stop)); }) {}

  std::future<int> submit(int puzzle) {
    std::packaged_task<int()> task([puzzle] { return solve(puzzle); });
    auto solved = task.get_future();
    {
      std::lock_guard lock(mutex_);
      tasks_.push_back(std::move(task));
    }
    changed_.notify_one();
    return solved;
  }

private:
  void run(std::stop_token stop) {
    for (;;) {
      std::unique_lock lock(mutex_);
      if (!changed_.wait(lock, stop, [this] { return !tasks_.empty(); }))
        return;
      auto task = std::move(tasks_.front());
      tasks_.pop_front();
      lock.unlock();
      task();
    }
  }

  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<std::packaged_task<int()>> tasks_;
  std::jthread thread_;
};

int givesUpOnAPoolsFuture(Solvers &solvers) {
  auto solved = solvers.submit(2);
  if (solved.wait_for(1s) == std::future_status::timeout)
    return 0;
  return solved.get();
}

class Replies {
public:
  std::future<int> expect(int id) {
    std::lock_guard lock(mutex_);
    return waiting_[id].get_future();
  }

  void arrived(int id, int value) {
    std::lock_guard lock(mutex_);
    if (auto found = waiting_.find(id); found != waiting_.end()) {
      found->second.set_value(value);
      waiting_.erase(found);
    }
  }

private:
  std::mutex mutex_;
  std::map<int, std::promise<int>> waiting_;
};

int expectsAndGivesUp(Replies &replies) {
  auto reply = replies.expect(1);
  if (reply.wait_for(1s) != std::future_status::ready)
    return 0;
  return reply.get();
}

int fulfilsOnEveryPath(int puzzle) {
  std::promise<int> solution;
  auto solved = solution.get_future();
  std::jthread solver([solution = std::move(solution), puzzle]() mutable {
    try {
      solution.set_value(solve(puzzle));
    } catch (...) {
      solution.set_exception(std::current_exception());
    }
  });
  return solved.get();
}

void usesAPromiseAsAGate(int puzzle) {
  std::promise<void> gate;
  auto opened = gate.get_future().share();
  std::jthread first([opened, puzzle] {
    opened.wait();
    use(solve(puzzle));
  });
  std::jthread second([opened, puzzle] {
    opened.wait();
    use(solve(puzzle + 1));
  });
  gate.set_value();
}

std::future<int> sharesItsPromise(int puzzle) {
  auto solution = std::make_shared<std::promise<int>>();
  std::jthread([solution, puzzle] {
    solution->set_value(solve(puzzle));
  }).join();
  return solution->get_future();
}
