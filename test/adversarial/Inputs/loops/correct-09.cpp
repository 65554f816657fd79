// asio io_context on a thread with work guard
#include <asio.hpp>
#include <cstdio>
#include <thread>
int main() {
  asio::io_context io;
  auto guard = asio::make_work_guard(io);
  std::thread t([&io] { io.run(); });
  asio::steady_timer timer(io, std::chrono::milliseconds(50));
  timer.async_wait([](std::error_code) { std::puts("tick"); });
  asio::post(io, [] { std::puts("posted"); });
  guard.reset();
  t.join();
}
