// missing return after the error send: two sends to one receive
#include <boost/fiber/all.hpp>
#include <string>
#include <thread>
struct Result {
  std::string body;
  int err;
};
static int get(const std::string &url, std::string &body) {
  body = url;
  return url.empty() ? -1 : 0;
}
int fetch(const std::string &url) {
  boost::fibers::unbuffered_channel<Result> q;
  std::thread t([&q, url] {
    std::string body;
    if (int e = get(url, body))
      q.push(Result{"", e});
    q.push(Result{body, 0}); // EXPECT: forgotten-sender
  });
  Result r = q.value_pop();
  t.join();
  return r.err;
}
