// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: thread pools as they are found in the wild.

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <queue>
#include <stdexcept>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

class ThreadPool {
public:
  explicit ThreadPool(std::size_t Threads) {
    for (std::size_t I = 0; I < Threads; ++I)
      Workers.emplace_back([this] {
        for (;;) {
          std::function<void()> Task;
          {
            std::unique_lock<std::mutex> Lock(Mutex);
            Condition.wait(Lock, [this] { return Stop || !Tasks.empty(); });
            if (Stop && Tasks.empty())
              return;
            Task = std::move(Tasks.front());
            Tasks.pop();
          }
          Task();
        }
      });
  }

  template <typename F, typename... Args>
  auto enqueue(F &&Function, Args &&...Arguments)
      -> std::future<std::invoke_result_t<F, Args...>> {
    using Result = std::invoke_result_t<F, Args...>;
    auto Task = std::make_shared<std::packaged_task<Result()>>(
        std::bind(std::forward<F>(Function), std::forward<Args>(Arguments)...));
    std::future<Result> Answer = Task->get_future();
    {
      std::unique_lock<std::mutex> Lock(Mutex);
      if (Stop)
        throw std::runtime_error("enqueue on stopped pool");
      Tasks.emplace([Task] { (*Task)(); });
    }
    Condition.notify_one();
    return Answer;
  }

  ~ThreadPool() {
    {
      std::unique_lock<std::mutex> Lock(Mutex);
      Stop = true;
    }
    Condition.notify_all();
    for (std::thread &Worker : Workers)
      Worker.join();
  }

private:
  std::vector<std::thread> Workers;
  std::queue<std::function<void()>> Tasks;
  std::mutex Mutex;
  std::condition_variable Condition;
  bool Stop = false;
};

// Threads behind an array pointer, as where the size is chosen once.
class ArrayPool {
public:
  explicit ArrayPool(unsigned Threads)
      : Count(Threads), Workers(std::make_unique<std::thread[]>(Threads)) {
    for (unsigned I = 0; I < Count; ++I)
      Workers[I] = std::thread(&ArrayPool::work, this, I);
  }
  ~ArrayPool() {
    for (unsigned I = 0; I < Count; ++I)
      Workers[I].join();
  }

private:
  void work(unsigned Index);
  unsigned Count;
  std::unique_ptr<std::thread[]> Workers;
};

// A destructor that joins what its constructor managed to start.
class CarefulPool {
public:
  explicit CarefulPool(unsigned Threads) : Join(Workers) {
    for (unsigned I = 0; I < Threads; ++I)
      Workers.push_back(std::thread(&CarefulPool::work, this));
  }

private:
  struct Joiner {
    explicit Joiner(std::vector<std::thread> &All) : All(All) {}
    ~Joiner() {
      for (auto &Worker : All)
        if (Worker.joinable())
          Worker.join();
    }
    std::vector<std::thread> &All;
  };
  void work();
  std::vector<std::thread> Workers;
  Joiner Join;
};

int add(int Left, int Right);

int main() {
  ThreadPool Pool(4);
  auto Sum = Pool.enqueue(add, 1, 2);
  ArrayPool Array(2);
  CarefulPool Careful(2);
  return Sum.get();
}
