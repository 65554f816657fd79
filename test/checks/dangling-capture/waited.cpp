// RUN: %check %s joinery-dangling-capture
// A task that is waited for before the frame ends may refer to it, by whatever
// means the frame waits.
#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <functional>
#include <future>
#include <latch>
#include <memory>
#include <mutex>
#include <semaphore>
#include <string>
#include <thread>
#include <utility>
#include <vector>

void work(int &result);
bool urgent();
void idle();

// Reports.

void detachesInOneBranch(bool background) {
  int result = 0;
  std::thread worker([&result] { work(result); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
  if (background)
    worker.detach();
  else
    worker.join();
}

void leavesBeforeTheWait() {
  int result = 0;
  auto done = std::make_shared<std::latch>(1);
  std::thread([&result, done] {
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
    work(result);
    done->count_down();
  })
      .detach();
  if (urgent())
    return;
  done->wait();
}

void waitsForSomethingElse() {
  int result = 0;
  std::promise<void> other;
  auto ready = other.get_future();
  std::thread([&result] { work(result); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
  std::thread([other = std::move(other)]() mutable {
    idle();
    other.set_value();
  }).detach();
  ready.wait();
}

// Stays silent.

int joinsOnEveryPath() {
  int result = 0;
  std::thread worker([&result] { work(result); });
  if (urgent()) {
    worker.join();
    return 0;
  }
  idle();
  worker.join();
  return result;
}

int joinsIfJoinable(bool wanted) {
  int result = 0;
  std::thread worker;
  if (wanted)
    worker = std::thread([&result] { work(result); });
  if (worker.joinable())
    worker.join();
  return result;
}

int joinsAll() {
  std::array<int, 4> results{};
  std::vector<std::thread> workers;
  for (int &result : results)
    workers.emplace_back([&result] { work(result); });
  for (auto &worker : workers)
    worker.join();
  return results[0];
}

int joinsAllByAlgorithm() {
  int result = 0;
  std::vector<std::thread> workers;
  workers.emplace_back(work, std::ref(result));
  std::for_each(workers.begin(), workers.end(),
                std::mem_fn(&std::thread::join));
  return result;
}

class Joiner {
public:
  explicit Joiner(std::thread thread) : thread_(std::move(thread)) {}
  ~Joiner() { thread_.join(); }
  Joiner(const Joiner &) = delete;
  Joiner &operator=(const Joiner &) = delete;

private:
  std::thread thread_;
};

int joinsByAWrapper() {
  int result = 0;
  Joiner joiner(std::thread([&result] { work(result); }));
  return urgent() ? 1 : 2;
}

void joinInHelper(std::thread &worker) { worker.join(); }

int joinsInAHelper() {
  int result = 0;
  std::thread worker([&result] { work(result); });
  joinInHelper(worker);
  return result;
}

int waitsOnAPromise() {
  int result = 0;
  std::promise<void> done;
  std::thread([&] {
    work(result);
    done.set_value();
  }).detach();
  done.get_future().wait();
  return result;
}

int waitsOnAPackagedTask() {
  int result = 0;
  std::packaged_task<void()> task([&result] { work(result); });
  auto done = task.get_future();
  std::thread(std::move(task)).detach();
  done.wait();
  return result;
}

int waitsOnASemaphore() {
  int result = 0;
  std::binary_semaphore done(0);
  std::thread([&] {
    work(result);
    done.release();
  }).detach();
  done.acquire();
  return result;
}

int waitsOnAConditionVariable() {
  int result = 0;
  std::mutex mutex;
  std::condition_variable changed;
  bool done = false;
  std::thread([&] {
    work(result);
    std::lock_guard lock(mutex);
    done = true;
    changed.notify_one();
  }).detach();
  std::unique_lock lock(mutex);
  changed.wait(lock, [&] { return done; });
  return result;
}

int waitsOnALatchForSeveral() {
  std::array<int, 3> results{};
  std::latch done(3);
  for (int i = 0; i < 3; ++i)
    std::thread([&, i] {
      work(results[i]);
      done.count_down();
    }).detach();
  done.wait();
  return results[0];
}

int waitsOnEveryPath() {
  int result = 0;
  std::latch done(1);
  std::thread([&] {
    work(result);
    done.count_down();
  }).detach();
  if (urgent()) {
    done.wait();
    return 0;
  }
  idle();
  done.wait();
  return result;
}
