// RUN: %check %s joinery-forgotten-sender
// A function that gives the sending end of an unbuffered channel to a task and
// returns the receiving end: nothing binds the caller to receive.
#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/unbuffered_channel.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using Lines = boost::fibers::unbuffered_channel<std::string>;
using Buffer = boost::fibers::buffered_channel<std::string>;

std::string download(const std::string &url);
void adopt(std::jthread task);

// Reports.

std::shared_ptr<Lines> fetchData(const std::string &url) {
  auto lines = std::make_shared<Lines>();
  std::thread([lines, url] { lines->push(download(url)); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  return lines;
}

class Reader {
public:
  std::shared_ptr<Lines> read(const std::string &url) {
    auto lines = std::make_shared<Lines>();
    tasks_.emplace_back([=] { lines->push(download(url)); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
    return lines;
  }

private:
  std::vector<std::jthread> tasks_;
};

std::shared_ptr<Lines> fetchInAStoredTask(const std::string &url) {
  auto lines = std::make_shared<Lines>();
  std::jthread task([=] { lines->push(download(url)); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  adopt(std::move(task));
  return lines;
}

// Stays silent.

std::shared_ptr<Buffer> fetchBuffered(const std::string &url) {
  auto lines = std::make_shared<Buffer>(2);
  std::thread([lines, url] { lines->push(download(url)); }).detach();
  return lines;
}

std::shared_ptr<Lines> fetchPatiently(const std::string &url) {
  auto lines = std::make_shared<Lines>();
  std::thread([lines, url] {
    lines->push_wait_for(download(url), 5s);
  }).detach();
  return lines;
}

std::shared_ptr<Lines> openEmpty() { return std::make_shared<Lines>(); }

std::shared_ptr<Lines> openForReceiving() {
  auto lines = std::make_shared<Lines>();
  std::thread([lines] {
    std::string line;
    while (lines->pop(line) == boost::fibers::channel_op_status::success)
      download(line);
  }).detach();
  return lines;
}

void sendsToACallersChannel(std::shared_ptr<Lines> lines, std::string url) {
  std::thread([lines = std::move(lines), url] {
    lines->push(download(url));
  }).detach();
}

// The object that made the channel closes it.
class Subscription {
public:
  explicit Subscription(std::string url)
      : lines_(std::make_shared<Lines>()),
        task_([lines = lines_, url] { lines->push(download(url)); }) {}
  ~Subscription() {
    lines_->close();
    task_.join();
  }
  Subscription(const Subscription &) = delete;
  Subscription &operator=(const Subscription &) = delete;

  Lines &lines() { return *lines_; }

private:
  std::shared_ptr<Lines> lines_;
  std::thread task_;
};

std::unique_ptr<Subscription> subscribe(const std::string &url) {
  return std::make_unique<Subscription>(url);
}
