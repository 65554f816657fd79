// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Spawning that something bounds.
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include <memory>
#include <semaphore>
#include <string>
#include <thread>
#include <vector>

void work(int part);
bool next(int &part);

void startsAConstantNumber() {
  std::vector<std::thread> workers;
  for (int i = 0; i < 8; ++i)
    workers.emplace_back(work, i);
  for (auto &worker : workers)
    worker.join();
}

void startsOnePerProcessor() {
  std::vector<std::jthread> workers;
  const unsigned count = std::thread::hardware_concurrency();
  for (unsigned i = 0; i < count; ++i)
    workers.emplace_back(work, static_cast<int>(i));
}

void joinsInTheLoop() {
  for (int part = 0; next(part);) {
    std::thread worker(work, part);
    worker.join();
  }
}

void takesAPermitForEach() {
  std::counting_semaphore<4> permits(4);
  for (int part = 0; next(part);) {
    permits.acquire();
    std::thread([&permits, part] {
      work(part);
      permits.release();
    }).detach();
  }
  for (int i = 0; i < 4; ++i)
    permits.acquire();
}

void postsToAPool() {
  boost::asio::thread_pool pool(4);
  for (int part = 0; next(part);)
    boost::asio::post(pool, [part] { work(part); });
  pool.join();
}
