// Names what libraries/asio.yaml and libraries/boost-asio.yaml model, in the
// namespace that the includer calls NAMESPACE.

using Clock = std::chrono::steady_clock;
inline std::chrono::milliseconds Short(1);
void work();
NAMESPACE::awaitable<void> later();

void pools() {
  NAMESPACE::thread_pool Pool;
  NAMESPACE::post(Pool, work);
  NAMESPACE::post(Pool.get_executor(), work);
  NAMESPACE::post(work);
  NAMESPACE::dispatch(Pool, work);
  NAMESPACE::defer(Pool, work);
  (void)Pool.executor();
  Pool.join();
  Pool.wait();
  Pool.stop();

  NAMESPACE::io_context Context;
  Context.post(work);
  Context.dispatch(work);
  (void)Context.get_executor();
  Context.run();
  Context.run_one();
  Context.run_for(Short);
  Context.run_until(Clock::now());
  Context.run_one_for(Short);
  Context.run_one_until(Clock::now());
  Context.stop();
  NAMESPACE::co_spawn(Context, later(), NAMESPACE::detached);
  NAMESPACE::co_spawn(Pool, later, NAMESPACE::detached);
}
