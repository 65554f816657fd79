// RUN: %check %s joinery-forgotten-sender
// A template is reported once, not once per instantiation.
#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/unbuffered_channel.hpp>

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

using namespace std::chrono_literals;
using boost::fibers::channel_op_status;
template <typename T> using Unbuffered = boost::fibers::unbuffered_channel<T>;
template <typename T> using Buffered = boost::fibers::buffered_channel<T>;

int count();
std::string name();

// Reports.

template <typename T, typename Fn> std::optional<T> within(Fn fn) {
  auto results = std::make_shared<Unbuffered<T>>();
  std::thread([results, fn] { results->push(fn()); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  T result;
  if (results->pop_wait_for(result, 1s) != channel_op_status::success)
    return std::nullopt;
  return result;
}

template <typename T> class Race {
public:
  template <typename Fn> T first(const std::vector<Fn> &runners) {
    Unbuffered<T> results;
    std::vector<std::jthread> running;
    for (const auto &fn : runners)
      running.emplace_back([&results, &fn] { results.push(fn()); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
    return results.value_pop();
  }
};

// Stays silent.

template <typename T, typename Fn> std::optional<T> withinRoom(Fn fn) {
  auto results = std::make_shared<Buffered<T>>(2);
  std::thread([results, fn] { results->push(fn()); }).detach();
  T result;
  if (results->pop_wait_for(result, 1s) != channel_op_status::success)
    return std::nullopt;
  return result;
}

template <typename T, typename Fn> T onAnotherThread(Fn fn) {
  Unbuffered<T> results;
  std::jthread running([&] { results.push(fn()); });
  return results.value_pop();
}

template <typename T, typename... Fns> std::vector<T> all(Fns... fns) {
  Unbuffered<T> results;
  std::vector<std::jthread> running;
  (running.emplace_back([&results, fns] { results.push(fns()); }), ...);
  std::vector<T> found;
  for (std::size_t i = 0; i < sizeof...(Fns); ++i)
    found.push_back(results.value_pop());
  return found;
}

void instantiates() {
  within<int>(count);
  within<std::string>(name);
  within<int>([] { return 1; });
  using Count = int (*)();
  using Name = std::string (*)();
  Race<int>().first(std::vector<Count>{count, count});
  Race<std::string>().first(std::vector<Name>{name, name});
  withinRoom<int>(count);
  withinRoom<std::string>(name);
  onAnotherThread<int>(count);
  onAnotherThread<std::string>(name);
  all<int>(count, [] { return 2; });
}
