// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: pools and loops of Asio that are joined, run out or awaited.

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/thread_pool.hpp>
#include <cstdlib>
#include <future>
#include <memory>
#include <thread>
#include <vector>

void convert(int Page);
bool enough();

class Converter {
public:
  void add(int Page) {
    boost::asio::post(Pool, [Page] { convert(Page); });
  }
  ~Converter() { Pool.join(); }

private:
  boost::asio::thread_pool Pool{2};
};

static void convertAll(int Pages) {
  boost::asio::thread_pool Pool(4);
  for (int Page = 0; Page < Pages; ++Page)
    boost::asio::post(Pool, [Page] { convert(Page); });
  Pool.join();
}

static void runLoop() {
  boost::asio::io_context Loop;
  for (int Page = 0; Page < 3; ++Page)
    boost::asio::post(Loop, [Page] { convert(Page); });
  std::vector<std::thread> Runners;
  for (int I = 0; I < 2; ++I)
    Runners.emplace_back([&Loop] { Loop.run(); });
  for (auto &Runner : Runners)
    Runner.join();
}

static void untilEnough() {
  boost::asio::io_context Loop;
  auto Work = boost::asio::make_work_guard(Loop);
  std::thread Runner([&Loop] { Loop.run(); });
  while (!enough())
    boost::asio::post(Loop, [] { convert(0); });
  Work.reset();
  Runner.join();
}

static int answer() {
  boost::asio::thread_pool Pool(1);
  std::packaged_task<int()> Task([] {
    convert(7);
    return 7;
  });
  std::future<int> Result = Task.get_future();
  boost::asio::post(Pool, std::move(Task));
  const int Value = Result.get();
  Pool.join();
  return Value;
}

struct JoinsPool {
  boost::asio::thread_pool &Pool;
  ~JoinsPool() { Pool.join(); }
};

int main(int Argc, char **) {
  convertAll(Argc);
  runLoop();
  untilEnough();
  Converter Pages;
  Pages.add(1);
  boost::asio::thread_pool Pool(2);
  JoinsPool Join{Pool};
  boost::asio::post(Pool, [] { convert(2); });
  if (Argc > 4)
    return EXIT_FAILURE;
  return answer() == 7 ? EXIT_SUCCESS : EXIT_FAILURE;
}
