// pool destroyed with queued work
#include <asio/post.hpp>
#include <asio/thread_pool.hpp>
#include <cstdio>
int main() {
  asio::thread_pool pool(2);
  for (int i = 0; i < 50; ++i)
    asio::post(pool, [i] { std::printf("%d\n", i); });
  return 0; // EXPECT: incomplete-work
}
