// RUN: %check %s joinery-unowned-future
// A timed wait that gives up, and then a destructor that waits for the whole
// task all the same: the timeout cannot work. The report stands at the wait.
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <future>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

std::string resolve(const std::string &host);
std::string resolveUntil(const std::string &host, std::stop_token stop);
std::string resolveWhile(const std::string &host,
                         const std::atomic<bool> &wanted);
std::string cached(const std::string &host);
void ping(const std::string &host);
void pump();
void report(const char *what);
bool closing();
std::future<std::string> lookUp(const std::string &host);
void adopt(std::future<std::string> pending);

// Reports.

std::string returnsWhenLate(const std::string &host) {
  auto name = std::async(std::launch::async, resolve, host);
  if (name.wait_for(100ms) != std::future_status::ready)
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
    return cached(host);
  return name.get();
}

std::string returnsAtTheDeadline(const std::string &host,
                                 Clock::time_point deadline) {
  auto name = std::async(std::launch::async, resolve, host);
  const auto status = name.wait_until(deadline);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  if (status == std::future_status::timeout) {
    report("late");
    return cached(host);
  }
  return name.get();
}

std::string choosesByTheStatus(const std::string &host) {
  auto name = std::async(std::launch::async, resolve, host);
  const bool ready = name.wait_for(1s) == std::future_status::ready;
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  return ready ? name.get() : cached(host);
}

std::string throwsWhenLate(const std::string &host) {
  auto name = std::async(std::launch::async, resolve, host);
  if (name.wait_for(1s) == std::future_status::timeout)
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
    throw std::runtime_error("resolver timed out");
  return name.get();
}

void forgetsTheStatus(const std::string &host) {
  auto sent = std::async(std::launch::async, ping, host);
  sent.wait_for(1s);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void waitsOnATemporary(const std::string &host) {
  std::async(std::launch::async, ping, host).wait_for(1s);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

std::string givesUpAfterThreeTries(const std::string &host) {
  auto name = std::async(std::launch::async, resolve, host);
  for (int i = 0; i < 3; ++i) {
    if (name.wait_for(1s) == std::future_status::ready)
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
      return name.get();
    pump();
  }
  return cached(host);
}

std::optional<std::string> leavesWhenClosing(const std::string &host) {
  auto name = std::async(std::launch::async, resolve, host);
  while (name.wait_for(10ms) != std::future_status::ready) {
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
    if (closing())
      return std::nullopt;
    pump();
  }
  return name.get();
}

// Stays silent.

std::string waitsUntilReady(const std::string &host) {
  auto name = std::async(std::launch::async, resolve, host);
  while (name.wait_for(10ms) != std::future_status::ready)
    pump();
  return name.get();
}

std::string complainsAndWaitsOn(const std::string &host) {
  auto name = std::async(std::launch::async, resolve, host);
  if (name.wait_for(1s) == std::future_status::timeout)
    report("resolver is slow");
  return name.get();
}

std::optional<std::string> stopsAndWaits(const std::string &host) {
  std::stop_source stop;
  auto name =
      std::async(std::launch::async, resolveUntil, host, stop.get_token());
  if (name.wait_for(1s) == std::future_status::timeout) {
    stop.request_stop();
    name.wait();
    return std::nullopt;
  }
  return name.get();
}

std::optional<std::string> clearsAFlagAndWaits(const std::string &host) {
  std::atomic<bool> wanted{true};
  auto name =
      std::async(std::launch::async, resolveWhile, host, std::cref(wanted));
  if (name.wait_for(1s) != std::future_status::ready) {
    wanted = false;
    (void)name.get();
    return std::nullopt;
  }
  return name.get();
}

std::optional<std::string> stopsWhenClosing(const std::string &host) {
  std::stop_source stop;
  auto name =
      std::async(std::launch::async, resolveUntil, host, stop.get_token());
  while (name.wait_for(10ms) != std::future_status::ready) {
    if (closing()) {
      stop.request_stop();
      break;
    }
    pump();
  }
  return name.get();
}

std::string abortsWhenLate(const std::string &host) {
  auto name = std::async(std::launch::async, resolve, host);
  if (name.wait_for(30s) == std::future_status::timeout)
    std::abort();
  return name.get();
}

std::optional<std::string> handsTheLateFutureOn(const std::string &host) {
  auto name = std::async(std::launch::async, resolve, host);
  if (name.wait_for(1s) == std::future_status::timeout) {
    adopt(std::move(name));
    return std::nullopt;
  }
  return name.get();
}

std::future<std::string> returnsTheLateFuture(const std::string &host) {
  auto name = std::async(std::launch::async, resolve, host);
  if (name.wait_for(1s) == std::future_status::timeout)
    report("resolver is slow");
  return name;
}

std::string leavesAnUnseenHelpersFuture(const std::string &host) {
  auto name = lookUp(host);
  if (name.wait_for(1s) == std::future_status::timeout)
    return cached(host);
  return name.get();
}

std::string leavesAPromisesFuture(const std::string &host) {
  std::promise<std::string> found;
  auto name = found.get_future();
  std::jthread resolver([&found, &host] { found.set_value(resolve(host)); });
  if (name.wait_for(1s) == std::future_status::timeout)
    return cached(host);
  return name.get();
}

std::string leavesAPackagedTasksFuture(const std::string &host) {
  std::packaged_task<std::string()> task([host] { return resolve(host); });
  auto name = task.get_future();
  std::jthread resolver(std::move(task));
  if (name.wait_for(1s) == std::future_status::timeout)
    return cached(host);
  return name.get();
}

class Resolver {
public:
  void begin(const std::string &host) {
    if (!name_.valid())
      name_ = std::async(std::launch::async, resolve, host);
  }

  std::optional<std::string> poll() {
    if (!name_.valid() || name_.wait_for(0s) != std::future_status::ready)
      return std::nullopt;
    return name_.get();
  }

private:
  std::future<std::string> name_;
};
