#include <asio.hpp>
#include <optional>
#include <thread>
class IoThread {
  asio::io_context io_;
  std::optional<asio::executor_work_guard<asio::io_context::executor_type>>
      work_{asio::make_work_guard(io_)};
  std::thread th_{[this] { io_.run(); }};

public:
  asio::io_context &ctx() { return io_; }
  ~IoThread() {
    work_.reset();
    io_.stop();
    th_.join();
  }
};
int main() {
  IoThread t;
  asio::thread_pool pool(2);
  int n = 0;
  asio::post(pool, [&n] { ++n; });
  pool.join();
}
