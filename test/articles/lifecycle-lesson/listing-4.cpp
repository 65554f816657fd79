// RUN: %check %s joinery-*

// The repair of the fetch: its answer has room, so the task ends in the time
// that the request takes, whether anybody receives or not.

#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/unbuffered_channel.hpp>

#include <chrono>
#include <future>
#include <memory>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

struct Page {
  int Status = 0;
  std::string Body;
};

Page get(const std::string &Url, std::stop_token Stop);

class Fetcher {
public:
  // Stays silent: a ring of two holds the one answer.
  std::shared_ptr<boost::fibers::buffered_channel<Page>>
  fetchData(std::string Url) {
    auto Answer = std::make_shared<boost::fibers::buffered_channel<Page>>(2);
    Fetches.emplace_back([Answer, Url = std::move(Url)](std::stop_token Stop) {
      Answer->push(get(Url, Stop));
    });
    return Answer;
  }

  // Stays silent: no room, but the send gives up too.
  std::shared_ptr<boost::fibers::unbuffered_channel<Page>>
  fetchImpatiently(std::string Url) {
    auto Answer = std::make_shared<boost::fibers::unbuffered_channel<Page>>();
    Fetches.emplace_back([Answer, Url = std::move(Url)](std::stop_token Stop) {
      Answer->push_wait_for(get(Url, Stop), std::chrono::seconds(1));
    });
    return Answer;
  }

private:
  std::vector<std::jthread> Fetches;
};

// Stays silent: the standard library's channel for one answer. Its caller owns
// the task through the future.

std::future<Page> fetchAsync(std::string Url, std::stop_token Stop) {
  return std::async(std::launch::async,
                    [Url = std::move(Url), Stop] { return get(Url, Stop); });
}
