// missing return after the error send
#include <boost/thread/concurrent_queues/sync_bounded_queue.hpp>
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
int main(int argc, char **argv) {
  boost::concurrent::sync_bounded_queue<Result> q(1);
  std::string url = argc > 1 ? argv[1] : "";
  std::thread t([&q, url] {
    std::string body;
    if (int e = get(url, body))
      q.push_back(Result{"", e});
    q.push_back(Result{body, 0});
  });
  t.join();
  Result r = q.pull_front();
  return r.err;
}
