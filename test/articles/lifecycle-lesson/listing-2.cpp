// RUN: %check %s joinery-*

// A fetch that answers through an unbuffered channel, which it returns: nothing
// binds the caller to receive, and a caller who has given up leaves the task
// blocked in its send.

#include <boost/fiber/unbuffered_channel.hpp>

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

using Pages = boost::fibers::unbuffered_channel<Page>;

Page get(const std::string &Url);
Page get(const std::string &Url, std::stop_token Stop);

class Fetcher {
public:
  // Reports: made here, sent to by a task, returned.
  std::shared_ptr<Pages> fetchData(std::string Url) {
    auto Answer = std::make_shared<Pages>();
    Fetches.emplace_back([Answer, Url = std::move(Url)] {
      Answer->push(get(Url));
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
    });
    return Answer;
  }

  // Reports: that the request can be stopped does not help its answer.
  std::shared_ptr<Pages> fetchStoppable(std::string Url) {
    auto Answer = std::make_shared<Pages>();
    Fetches.emplace_back([Answer, Url = std::move(Url)](std::stop_token Stop) {
      Page Got = get(Url, Stop);
      Answer->push(std::move(Got));
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-forgotten-sender]
    });
    return Answer;
  }

private:
  std::vector<std::jthread> Fetches;
};

// Stays silent: the function that made the channel receives from it.

Page fetchHere(const std::string &Url) {
  Pages Answer;
  std::jthread Fetch([&Answer, &Url] { Answer.push(get(Url)); });
  Page Got;
  Answer.pop(Got);
  return Got;
}
