// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: a whole program of a reader, some workers and a printer, joined in
// the order in which their channels close.
#include <boost/fiber/buffered_channel.hpp>

#include <algorithm>
#include <functional>
#include <iostream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using boost::fibers::channel_op_status;
using Lines = boost::fibers::buffered_channel<std::string>;

static void readAll(std::istream &in, Lines &out) {
  for (std::string line; std::getline(in, line);)
    if (out.push(line) != channel_op_status::success)
      break;
  out.close();
}

static void reverseAll(Lines &in, Lines &out) {
  std::string line;
  while (in.pop(line) == channel_op_status::success) {
    std::reverse(line.begin(), line.end());
    out.push(std::move(line));
  }
}

static void printAll(Lines &in) {
  for (const std::string &line : in)
    std::cout << line << '\n';
}

class Team {
public:
  Team(unsigned count, Lines &in, Lines &out) {
    for (unsigned i = 0; i < count; ++i)
      workers_.emplace_back(reverseAll, std::ref(in), std::ref(out));
  }
  ~Team() { finish(); }
  Team(const Team &) = delete;
  Team &operator=(const Team &) = delete;

  void finish() {
    for (auto &worker : workers_)
      if (worker.joinable())
        worker.join();
    workers_.clear();
  }

private:
  std::vector<std::thread> workers_;
};

int main() {
  Lines raw(64), reversed(64);
  std::thread printer(printAll, std::ref(reversed));
  std::thread reader(readAll, std::ref(std::cin), std::ref(raw));
  Team team(4, raw, reversed);
  reader.join();
  team.finish();
  reversed.close();
  printer.join();
  return 0;
}
