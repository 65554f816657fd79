// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Correct: a whole program that counts words on several threads and reads
// every answer before it leaves.
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <future>
#include <iostream>
#include <iterator>
#include <map>
#include <numeric>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

static std::size_t countWords(const std::string &path, std::stop_token stop) {
  std::ifstream in(path);
  if (!in)
    throw std::runtime_error("cannot open " + path);
  std::size_t words = 0;
  for (std::string word; !stop.stop_requested() && in >> word;)
    ++words;
  return words;
}

class Job {
public:
  Job(std::string path, std::stop_token stop)
      : path_(std::move(path)),
        words_(std::async(std::launch::async, countWords, path_,
                          std::move(stop))) {}

  bool ready() const {
    return words_.wait_for(0s) == std::future_status::ready;
  }
  std::size_t words() { return words_.get(); }
  const std::string &path() const { return path_; }

private:
  std::string path_;
  std::future<std::size_t> words_;
};

static bool anyLeft(const std::vector<Job> &jobs) {
  for (const auto &job : jobs)
    if (!job.ready())
      return true;
  return false;
}

int main(int argc, char **argv) {
  if (argc < 2) {
    std::cerr << "usage: words FILE...\n";
    return EXIT_FAILURE;
  }

  std::stop_source stop;
  std::vector<Job> jobs;
  for (int i = 1; i < argc; ++i)
    jobs.emplace_back(argv[i], stop.get_token());

  auto banner =
      std::async(std::launch::async, [] { std::cout << "counting\n"; });
  const auto deadline = std::chrono::steady_clock::now() + 5s;
  while (anyLeft(jobs)) {
    if (banner.wait_for(10ms) == std::future_status::ready &&
        std::chrono::steady_clock::now() > deadline) {
      stop.request_stop();
      break;
    }
  }
  banner.wait();

  int status = EXIT_SUCCESS;
  for (auto &job : jobs) {
    try {
      std::cout << job.path() << ": " << job.words() << '\n';
    } catch (const std::exception &error) {
      std::cerr << error.what() << '\n';
      status = EXIT_FAILURE;
    }
  }
  return status;
}
