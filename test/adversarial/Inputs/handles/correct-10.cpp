#include <boost/asio.hpp>
#include <thread>
#include <vector>
int main() {
  boost::asio::io_context io;
  auto guard = boost::asio::make_work_guard(io);
  std::vector<std::thread> ts;
  for (int i = 0; i < 2; ++i)
    ts.emplace_back([&io] { io.run(); });
  boost::asio::post(io, [&guard] { guard.reset(); });
  for (auto &t : ts)
    t.join();
}
