// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: loops of timed waits, and timeouts that stop the task and wait.
#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <utility>

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

int scan(const std::string &disk, std::stop_token stop);
int scanWhile(const std::string &disk, const std::atomic<bool> *wanted);
void progress();
bool escapePressed();

int breaksOnStopAndReads(const std::string &disk) {
  std::stop_source stop;
  auto files = std::async(std::launch::async, scan, disk, stop.get_token());
  for (;;) {
    if (files.wait_for(50ms) == std::future_status::ready)
      break;
    if (escapePressed()) {
      stop.request_stop();
      break;
    }
    progress();
  }
  return files.get();
}

std::optional<int> returnsAfterStopAndWait(const std::string &disk) {
  std::stop_source stop;
  auto files = std::async(std::launch::async, scan, disk, stop.get_token());
  while (files.wait_for(50ms) != std::future_status::ready) {
    if (escapePressed()) {
      stop.request_stop();
      files.wait();
      return std::nullopt;
    }
    progress();
  }
  return files.get();
}

int throwsAfterStopAndWait(const std::string &disk) {
  std::atomic<bool> wanted{true};
  auto files = std::async(std::launch::async, scanWhile, disk, &wanted);
  if (files.wait_for(10s) != std::future_status::ready) {
    wanted.store(false);
    files.wait();
    throw std::runtime_error("scan timed out");
  }
  return files.get();
}

int pollsWithDoWhile(const std::string &disk) {
  std::stop_source stop;
  auto files = std::async(std::launch::async, scan, disk, stop.get_token());
  std::future_status status;
  do {
    progress();
    status = files.wait_for(50ms);
  } while (status != std::future_status::ready);
  return files.get();
}

int pollsUntilADeadlineAndReads(const std::string &disk) {
  std::stop_source stop;
  auto files = std::async(std::launch::async, scan, disk, stop.get_token());
  const auto deadline = Clock::now() + 10s;
  while (files.wait_until(Clock::now() + 50ms) != std::future_status::ready)
    if (Clock::now() > deadline)
      stop.request_stop();
  return files.get();
}

bool readyWithin(const std::future<int> &files, Clock::duration patience) {
  return files.wait_for(patience) == std::future_status::ready;
}

int pollsInAHelper(const std::string &disk) {
  std::stop_source stop;
  auto files = std::async(std::launch::async, scan, disk, stop.get_token());
  if (!readyWithin(files, 10s))
    stop.request_stop();
  return files.get();
}

int retriesThenWaits(const std::string &disk) {
  std::stop_source stop;
  auto files = std::async(std::launch::async, scan, disk, stop.get_token());
  for (int i = 0; i < 3; ++i) {
    if (files.wait_for(1s) == std::future_status::ready)
      return files.get();
    progress();
  }
  stop.request_stop();
  return files.get();
}

void cancelAndWait(std::stop_source &stop, std::future<int> &files) {
  stop.request_stop();
  files.wait();
}

std::optional<int> cancelsInAHelper(const std::string &disk) {
  std::stop_source stop;
  auto files = std::async(std::launch::async, scan, disk, stop.get_token());
  if (files.wait_for(10s) == std::future_status::timeout) {
    cancelAndWait(stop, files);
    return std::nullopt;
  }
  return files.get();
}
