#define ASIO_HAS_CO_AWAIT 1
#define ASIO_HAS_STD_COROUTINE 1
#include <asio.hpp>
#include <coroutine>
#include <iostream>
using asio::ip::tcp;
asio::awaitable<void> echo(tcp::socket s) {
  try {
    char data[1024];
    for (;;) {
      std::size_t n =
          co_await s.async_read_some(asio::buffer(data), asio::use_awaitable);
      co_await asio::async_write(s, asio::buffer(data, n), asio::use_awaitable);
    }
  } catch (const std::exception &e) {
    std::cerr << e.what() << '\n';
  }
}
asio::awaitable<void> accept_one(unsigned short port) {
  auto ex = co_await asio::this_coro::executor;
  tcp::acceptor a(ex, {tcp::v4(), port});
  tcp::socket s = co_await a.async_accept(asio::use_awaitable);
  co_await echo(std::move(s));
}
int main() {
  asio::io_context io(1);
  asio::signal_set signals(io, SIGINT, SIGTERM);
  signals.async_wait([&](auto, auto) { io.stop(); });
  auto f = asio::co_spawn(io, accept_one(5555), asio::use_future);
  io.run();
  if (f.wait_for(std::chrono::seconds(0)) == std::future_status::ready)
    f.get();
}
