// RUN: %check %s joinery-detached-thread -- -std=c++20 -DBOOST_ASIO_HAS_CO_AWAIT -DBOOST_ASIO_HAS_STD_COROUTINE
// Asio's token that detaches a coroutine.

#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_future.hpp>
#include <exception>

boost::asio::awaitable<void> session(int Client);
void logFailure(std::exception_ptr Failure);

// Reports

void onAPool(boost::asio::thread_pool &Pool) {
  boost::asio::co_spawn(Pool, session(1), boost::asio::detached);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void onALoop(boost::asio::io_context &Loop, int Clients) {
  for (int Client = 0; Client < Clients; ++Client)
    boost::asio::co_spawn(Loop, session(Client), boost::asio::detached);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void entryIsALambda(boost::asio::io_context &Loop) {
  auto Serve = [] { return session(2); };
  co_spawn(Loop, Serve, boost::asio::detached);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

// Stays silent

void awaited(boost::asio::thread_pool &Pool) {
  boost::asio::co_spawn(Pool, session(3), boost::asio::use_future).get();
}

void handled(boost::asio::io_context &Loop) {
  boost::asio::co_spawn(Loop, session(4), logFailure);
}

boost::asio::awaitable<void> both() {
  co_await session(5);
  co_await session(6);
}
