// RUN: %check %s --config='{"joinery-forgotten-sender.AssumeCallsMayThrow": "true"}' joinery-forgotten-sender
// With AssumeCallsMayThrow, unseen code between the spawn and the receive may
// throw, and then nobody receives.
#include <boost/fiber/unbuffered_channel.hpp>

#include <memory>
#include <string>
#include <thread>

using Lines = boost::fibers::unbuffered_channel<std::string>;

std::string download(const std::string &url);
void log(const std::string &url);
void tick() noexcept;

// Reports.

std::string logsBeforeReceiving(const std::string &url) {
  auto lines = std::make_shared<Lines>();
  std::thread([lines, url] { lines->push(download(url)); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
  log(url);
  return lines->value_pop();
}

// Stays silent.

std::string ticksBeforeReceiving(const std::string &url) {
  auto lines = std::make_shared<Lines>();
  std::thread([lines, url] { lines->push(download(url)); }).detach();
  tick();
  return lines->value_pop();
}

std::string closesWhenLoggingThrows(const std::string &url) {
  auto lines = std::make_shared<Lines>();
  std::thread([lines, url] { lines->push(download(url)); }).detach();
  try {
    log(url);
  } catch (...) {
    lines->close();
    throw;
  }
  return lines->value_pop();
}

std::string logsBeforeTheSpawn(const std::string &url) {
  log(url);
  auto lines = std::make_shared<Lines>();
  std::thread([lines, url] { lines->push(download(url)); }).detach();
  return lines->value_pop();
}
