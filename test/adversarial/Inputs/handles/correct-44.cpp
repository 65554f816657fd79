// multiple guards: lock_guard-like "ThreadJoiner" over vector (C++ Concurrency
// in Action); boost scoped; custom scoped_thread
#include <algorithm>
#include <functional>
#include <future>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>
class join_threads {
  std::vector<std::thread> &threads;

public:
  explicit join_threads(std::vector<std::thread> &threads_)
      : threads(threads_) {}
  ~join_threads() {
    for (unsigned long i = 0; i < threads.size(); ++i)
      if (threads[i].joinable())
        threads[i].join();
  }
};
class scoped_thread {
  std::thread t;

public:
  explicit scoped_thread(std::thread t_) : t(std::move(t_)) {
    if (!t.joinable())
      throw std::logic_error("No thread");
  }
  ~scoped_thread() { t.join(); }
  scoped_thread(scoped_thread const &) = delete;
  scoped_thread &operator=(scoped_thread const &) = delete;
};
class thread_guard {
  std::thread &t;

public:
  explicit thread_guard(std::thread &t_) : t(t_) {}
  ~thread_guard() {
    if (t.joinable()) {
      t.join();
    }
  }
  thread_guard(thread_guard const &) = delete;
  thread_guard &operator=(thread_guard const &) = delete;
};
template <typename Iterator, typename T>
T parallel_accumulate(Iterator first, Iterator last, T init) {
  unsigned long const length = std::distance(first, last);
  if (!length)
    return init;
  unsigned long const num_threads =
      std::min<unsigned long>(std::thread::hardware_concurrency() ?: 2, length);
  unsigned long const block = length / num_threads;
  std::vector<std::future<T>> futures(num_threads - 1);
  std::vector<std::thread> threads(num_threads - 1);
  join_threads joiner(threads);
  Iterator start = first;
  for (unsigned long i = 0; i < num_threads - 1; ++i) {
    Iterator end = start;
    std::advance(end, block);
    std::packaged_task<T(Iterator, Iterator)> task(
        [](Iterator a, Iterator b) { return std::accumulate(a, b, T()); });
    futures[i] = task.get_future();
    threads[i] = std::thread(std::move(task), start, end);
    start = end;
  }
  T r = std::accumulate(start, last, T());
  T result = init;
  for (auto &f : futures)
    result += f.get();
  return result + r;
}
struct func {
  int &i;
  explicit func(int &i_) : i(i_) {}
  void operator()() {
    for (unsigned j = 0; j < 10; ++j)
      ++i;
  }
};
void f() {
  int some_local_state = 0;
  func my_func(some_local_state);
  std::thread t(my_func);
  thread_guard g(t);
  if (some_local_state > 3)
    throw std::runtime_error("x");
}
void h() {
  int some_local_state = 0;
  scoped_thread t{std::thread(func(some_local_state))};
  if (std::rand() == 3)
    throw 1;
}
int main() {
  std::vector<int> v{1, 2, 3};
  f();
  h();
  return parallel_accumulate(v.begin(), v.end(), 0) - 6;
}
