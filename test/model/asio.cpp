// REQUIRES: asio
// RUN: %prove-model Asio %s

// Names every type, member and function that libraries/asio.yaml models.

// This version asks Clang for coroutines of the past.
#define ASIO_HAS_CO_AWAIT
#define ASIO_HAS_STD_COROUTINE
#include <asio.hpp>
#include <asio/experimental/channel.hpp>
#include <asio/experimental/concurrent_channel.hpp>

#define NAMESPACE asio
#include "Inputs/asio.h"

template <typename Channel> asio::awaitable<void> useChannel(Channel &C) {
  co_await C.async_send(std::error_code(), 1, asio::use_awaitable);
  (void)C.try_send(std::error_code(), 1);
  (void)C.try_send_n(2, std::error_code(), 1);
  (void)co_await C.async_receive(asio::use_awaitable);
  (void)C.try_receive([](std::error_code, int) {});
  C.cancel();
  C.close();
}

void channels(asio::io_context &Context) {
  asio::experimental::channel<void(std::error_code, int)> Channel(Context);
  asio::experimental::concurrent_channel<void(std::error_code, int)> Concurrent(
      Context, 2);
  useChannel(Channel);
  useChannel(Concurrent);
}
