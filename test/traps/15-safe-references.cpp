// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// A reference is safe while the join stands in its scope and everything that
// the task refers to was declared before the thread.
#include <array>
#include <functional>
#include <numeric>
#include <string>
#include <thread>
#include <vector>

void fill(std::vector<int> &part);
void print(const std::string &line);

int sumsInParallel() {
  std::vector<int> left(100), right(100);
  std::thread filler([&left] { fill(left); });
  fill(right);
  filler.join();
  return std::accumulate(left.begin(), left.end(), 0) +
         std::accumulate(right.begin(), right.end(), 0);
}

void fillsEach() {
  std::array<std::vector<int>, 4> parts;
  std::vector<std::jthread> fillers;
  for (auto &part : parts)
    fillers.emplace_back([&part] { fill(part); });
}

void refersByRef() {
  std::vector<int> part;
  std::thread filler(fill, std::ref(part));
  filler.join();
}

void joinsInABlock() {
  std::vector<int> part;
  {
    std::jthread filler([&] { fill(part); });
  }
  print(std::to_string(part.size()));
}

void joinsAPointersThread() {
  std::string line = "line";
  auto *printer = new std::thread([&line] { print(line); });
  printer->join();
  delete printer;
}

class Printer {
public:
  explicit Printer(std::string line)
      : line_(std::move(line)), thread_([this] { print(line_); }) {}

private:
  std::string line_;
  std::jthread thread_;
};

void printsFromTheStack() {
  Printer printer("line");
  print("other");
}
