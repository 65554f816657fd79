// RUN: %check %s --config='{"joinery-forgotten-sender.WarnOnReturnedChannel": "false"}' joinery-forgotten-sender
// Without WarnOnReturnedChannel a returned receiving end is the caller's
// business; a receiver that gives up here is reported all the same.
#include <boost/fiber/unbuffered_channel.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <utility>

using Lines = boost::fibers::unbuffered_channel<std::string>;

std::string download(const std::string &url);
void adopt(std::jthread task);

// Reports.

std::string givesUp(const std::string &url) {
  auto lines = std::make_shared<Lines>();
  std::thread([lines, url] { lines->push(download(url)); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  std::string line;
  lines->pop_wait_for(line, std::chrono::seconds(1));
  return line;
}

// Stays silent.

std::shared_ptr<Lines> fetchData(const std::string &url) {
  auto lines = std::make_shared<Lines>();
  std::thread([lines, url] { lines->push(download(url)); }).detach();
  return lines;
}

std::shared_ptr<Lines> fetchInAStoredTask(const std::string &url) {
  auto lines = std::make_shared<Lines>();
  std::jthread task([=] { lines->push(download(url)); });
  adopt(std::move(task));
  return lines;
}
