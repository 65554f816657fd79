// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Closing a fiber channel twice is harmless, and whoever closes lets its
// senders go.
#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/unbuffered_channel.hpp>

#include <chrono>
#include <string>
#include <thread>

using namespace std::chrono_literals;
using boost::fibers::channel_op_status;
using Lines = boost::fibers::unbuffered_channel<std::string>;
using Buffer = boost::fibers::buffered_channel<std::string>;

std::string read(int page);
void print(const std::string &line);

class Printer {
public:
  explicit Printer(int page)
      : reader_([this, page] {
          lines_.push(read(page));
          lines_.close();
        }) {}
  ~Printer() {
    lines_.close();
    reader_.join();
  }

  void printAll() {
    std::string line;
    while (lines_.pop(line) == channel_op_status::success)
      print(line);
    lines_.close();
  }

private:
  Lines lines_;
  std::thread reader_;
};

void closesAtBothEnds() {
  Buffer lines(4);
  std::jthread reader([&lines] {
    for (int page = 0; page < 8; ++page)
      if (lines.push(read(page)) != channel_op_status::success)
        return;
    lines.close();
  });
  std::string line;
  if (lines.pop_wait_for(line, 1s) == channel_op_status::success)
    print(line);
  lines.close();
  lines.close();
}
