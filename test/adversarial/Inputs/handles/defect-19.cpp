#define ASIO_HAS_CO_AWAIT 1
#define ASIO_HAS_STD_COROUTINE 1
#include <asio.hpp>
#include <chrono>
asio::awaitable<void> session(int n) {
  for (int i = 0; i < n; ++i) {
    asio::steady_timer t(co_await asio::this_coro::executor,
                         std::chrono::milliseconds(1));
    co_await t.async_wait(asio::use_awaitable);
  }
}
void start(asio::io_context &io) {
  asio::co_spawn(io, session(3), asio::detached); // EXPECT: detached-thread
}
