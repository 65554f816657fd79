#define BOOST_ASIO_HAS_CO_AWAIT 1
#define BOOST_ASIO_HAS_STD_COROUTINE 1
#include <utility>
#include <coroutine>
#include <boost/asio.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/use_future.hpp>
#include <boost/asio/awaitable.hpp>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

namespace asio = boost::asio;

namespace echo {

asio::awaitable<void> session(asio::ip::tcp::socket s) {
    char buf[512];
    for (;;) {
        auto n = co_await s.async_read_some(asio::buffer(buf), asio::use_awaitable);
        co_await asio::async_write(s, asio::buffer(buf, n), asio::use_awaitable);
    }
}

asio::awaitable<void> listener(asio::ip::tcp::acceptor& acc) {
    for (;;) {
        auto s = co_await acc.async_accept(asio::use_awaitable);
        asio::co_spawn(acc.get_executor(), session(std::move(s)), asio::detached); // EXPECT: detached-thread, unbounded-spawn
    }
}

asio::awaitable<std::string> resolve(std::string host) {
    asio::ip::tcp::resolver r(co_await asio::this_coro::executor);
    auto res = co_await r.async_resolve(host, "80", asio::use_awaitable);
    co_return res.begin()->host_name();
}

std::string resolveBlocking(asio::io_context& io, const std::string& host) {
    auto f = asio::co_spawn(io, resolve(host), asio::use_future);
    io.run();
    return f.get();
}

class Service {
public:
    explicit Service(unsigned n) : pool_(n) {}
    void add(int job) { asio::post(pool_, [job] { std::cout << job; }); }
    ~Service() { pool_.join(); }
private:
    asio::thread_pool pool_;
};

class Loop {
public:
    Loop() : guard_(asio::make_work_guard(io_)), t_([this] { io_.run(); }) {}
    ~Loop() {
        guard_.reset();
        t_.join();
    }
    void later(int v) { asio::post(io_, [v] { std::cout << v; }); }
private:
    asio::io_context io_;
    asio::executor_work_guard<asio::io_context::executor_type> guard_;
    std::thread t_;
};

void runThreads(asio::io_context& io, int n) {
    std::vector<std::thread> ts;
    for (int i = 1; i < n; ++i) ts.emplace_back([&io] { io.run(); });
    io.run();
    for (auto& t : ts) t.join();
}

} // namespace echo

int main(int argc, char** argv) {
    echo::Service svc(3);
    for (int i = 0; i < argc; ++i) svc.add(i);
    asio::io_context io;
    asio::signal_set signals(io, SIGINT, SIGTERM);
    signals.async_wait([&](auto, auto) { io.stop(); });
    echo::runThreads(io, argc);
    std::cout << argv[0];
}
