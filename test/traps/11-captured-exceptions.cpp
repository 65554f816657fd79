// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// What a future, a packaged task or a catch-all captures does not get out.
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include <exception>
#include <future>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

void log(const char *line);

int parse(const std::string &text) {
  if (text.empty())
    throw std::invalid_argument("empty");
  return std::stoi(text);
}

void parseQuietly(const std::string &text) noexcept {
  try {
    parse(text);
  } catch (const std::exception &error) {
    log(error.what());
  } catch (...) {
    log("unknown");
  }
}

int capturesByAsync(const std::string &text) {
  auto value = std::async(std::launch::async, parse, text);
  return value.get();
}

int capturesByPackagedTask(const std::string &text) {
  std::packaged_task<int(const std::string &)> task(parse);
  auto value = task.get_future();
  std::jthread worker(std::move(task), text);
  return value.get();
}

void catchesAll(const std::string &text) {
  std::thread worker(parseQuietly, text);
  worker.join();
}

int handsTheExceptionOver(const std::string &text) {
  std::promise<int> value;
  auto parsed = value.get_future();
  std::jthread worker([&] {
    try {
      value.set_value(parse(text));
    } catch (...) {
      value.set_exception(std::current_exception());
    }
  });
  return parsed.get();
}

void overlapsWithoutAThrow(const std::string &text) {
  auto parsed = std::async(std::launch::async, parseQuietly, text);
  log("parsing");
}

void joinsBehindATry(const std::string &text) {
  std::thread worker(parseQuietly, text);
  try {
    parse(text);
  } catch (const std::exception &error) {
    log(error.what());
  }
  worker.join();
}

void joinsAndRethrows(const std::string &text) {
  std::thread worker(parseQuietly, text);
  try {
    parse(text);
  } catch (...) {
    worker.join();
    throw;
  }
  worker.join();
}
