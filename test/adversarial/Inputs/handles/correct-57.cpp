#include <asio.hpp>
#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>
class Session : public std::enable_shared_from_this<Session> {
  asio::ip::tcp::socket s_;
  std::string buf_;

public:
  explicit Session(asio::ip::tcp::socket s) : s_(std::move(s)) {
    buf_.resize(64);
  }
  void start() {
    auto self = shared_from_this();
    s_.async_read_some(asio::buffer(buf_),
                       [this, self](std::error_code ec, std::size_t) {
                         if (!ec)
                           start();
                       });
  }
};
class Server {
  asio::io_context io_;
  asio::thread_pool pool_{2};
  std::vector<std::thread> ts_;

public:
  void run(int n) {
    for (int i = 0; i < n; ++i)
      ts_.emplace_back([this] { io_.run(); });
  }
  void post(std::function<void()> f) { asio::post(pool_, std::move(f)); }
  ~Server() {
    io_.stop();
    for (auto &t : ts_)
      t.join();
    pool_.join();
  }
};
int sum() {
  asio::thread_pool p(4);
  std::atomic<int> n{0};
  for (int i = 0; i < 10; ++i)
    asio::post(p, [&n, i] { n += i; });
  p.join();
  return n;
}
std::future<int> fut(asio::thread_pool &p) {
  return asio::post(p, std::packaged_task<int()>([] { return 1; }));
}
