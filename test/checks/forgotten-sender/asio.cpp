// RUN: %check %s joinery-forgotten-sender
// Asio's channels never block a thread: a send is tried, or completes later.
#include <asio/experimental/channel.hpp>
#include <asio/experimental/concurrent_channel.hpp>
#include <asio/io_context.hpp>
#include <asio/post.hpp>
#include <asio/thread_pool.hpp>

#include <memory>
#include <thread>

using Channel = asio::experimental::channel<void(asio::error_code, int)>;
using Shared =
    asio::experimental::concurrent_channel<void(asio::error_code, int)>;

int measure();
bool calibrated();

// Stays silent.

bool triesToSend(asio::thread_pool &pool) {
  auto values = std::make_shared<Shared>(pool, 1);
  asio::post(pool,
             [values] { values->try_send(asio::error_code(), measure()); });
  if (!calibrated())
    return false;
  values->async_receive([](asio::error_code, int) {});
  return true;
}

bool sendsWithAHandler(asio::thread_pool &pool) {
  auto values = std::make_shared<Shared>(pool);
  asio::post(pool, [values] {
    values->async_send(asio::error_code(), measure(), [](asio::error_code) {});
  });
  if (!calibrated())
    return false;
  values->async_receive([](asio::error_code, int) {});
  return true;
}

void sendsFromTheLoop(asio::io_context &context) {
  auto values = std::make_shared<Channel>(context, 4);
  asio::post(context, [values] {
    values->async_send(asio::error_code(), measure(), [](asio::error_code) {});
  });
}
