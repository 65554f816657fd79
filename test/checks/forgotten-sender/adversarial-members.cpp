// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: channels that are members, closed by the object that has them.
#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/unbuffered_channel.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using boost::fibers::channel_op_status;
template <typename T> using Unbuffered = boost::fibers::unbuffered_channel<T>;
template <typename T> using Buffered = boost::fibers::buffered_channel<T>;

std::optional<std::string> readLine();
void print(const std::string &line);

class Lines {
public:
  Lines() : reader_([this] { read(); }) {}
  ~Lines() {
    lines_.close();
    reader_.join();
  }
  Lines(const Lines &) = delete;
  Lines &operator=(const Lines &) = delete;

  std::optional<std::string> next() {
    std::string line;
    if (lines_.pop_wait_for(line, 1s) != channel_op_status::success)
      return std::nullopt;
    return line;
  }

private:
  void read() {
    while (auto line = readLine())
      if (lines_.push(*line) == channel_op_status::closed)
        return;
  }

  Unbuffered<std::string> lines_;
  std::thread reader_;
};

void printsSomeLines() {
  Lines lines;
  for (int i = 0; i < 3; ++i)
    if (auto line = lines.next())
      print(*line);
}

class Reader {
public:
  void start() {
    reader_ = std::jthread([lines = lines_] {
      while (auto line = readLine())
        if (lines->push(*line) != channel_op_status::success)
          return;
    });
  }

  std::string take() { return lines_->value_pop(); }

  void stop() { lines_->close(); }

  ~Reader() { stop(); }

private:
  std::shared_ptr<Unbuffered<std::string>> lines_ =
      std::make_shared<Unbuffered<std::string>>();
  std::jthread reader_;
};

void printsOneLine() {
  Reader reader;
  reader.start();
  print(reader.take());
}

class Printer {
public:
  Printer() : printer_([this] { run(); }) {}
  ~Printer() { lines_.close(); }

  void print(std::string line) { lines_.push(std::move(line)); }

private:
  void run() {
    for (const auto &line : lines_)
      ::print(line);
  }

  Buffered<std::string> lines_{16};
  std::jthread printer_;
};

void printsByAPrinter() {
  Printer printer;
  printer.print("one");
  printer.print("two");
}

class Copier {
public:
  ~Copier() {
    lines_.close();
    for (auto &task : tasks_)
      task.join();
  }

  void start() {
    tasks_.emplace_back([this] {
      while (auto line = readLine())
        if (lines_.push(*line) != channel_op_status::success)
          return;
      lines_.close();
    });
    tasks_.emplace_back([this] {
      std::string line;
      while (lines_.pop(line) == channel_op_status::success)
        print(line);
    });
  }

private:
  Unbuffered<std::string> lines_;
  std::vector<std::thread> tasks_;
};
