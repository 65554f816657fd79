// RUN: %check %s joinery-dangling-capture
// A task outlives its frame without being detached where its handle, its
// future or its callable is kept elsewhere.
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

void indexPage(const std::string &page);
int rank(const std::string &page);

std::vector<std::jthread> everRunning;

// Reports.

class Crawler {
public:
  void start() {
    std::string page = "start";
    thread_ = std::jthread([&page] { indexPage(page); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
  }

  void add() {
    std::string page = "next";
    threads_.emplace_back([&page] { indexPage(page); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
  }

  void startRanking(std::string page) {
    ranked_ =
        std::async(std::launch::async, [&page] { return rank(page); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
  }

private:
  std::jthread thread_;
  std::vector<std::jthread> threads_;
  std::future<int> ranked_;
};

void keepsTheHandleInAGlobal() {
  std::string page = "about";
  everRunning.emplace_back([&page] { indexPage(page); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

std::thread returnsTheHandle(std::string page) {
  return std::thread([&page] { indexPage(page); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

std::future<int> returnsTheFutureOfALocal(std::string page) {
  auto ranked =
      std::async(std::launch::async, [&page] { return rank(page); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
  return ranked;
}

std::future<int> returnsAPackagedTasksFuture(std::string page) {
  std::packaged_task<int()> task([&page] { return rank(page); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
  auto ranked = task.get_future();
  std::thread(std::move(task)).detach();
  return ranked;
}

void postsToACallersPool(boost::asio::thread_pool &pool) {
  std::string page = "post";
  boost::asio::post(pool, [&page] { indexPage(page); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

// Stays silent.

class CarefulCrawler {
public:
  void start() {
    std::string page = "start";
    thread_ = std::jthread([page] { indexPage(page); });
  }

  void startWithMember() {
    thread_ = std::jthread([this] { indexPage(page_); });
  }

  void runOnce() {
    std::string page = "once";
    thread_ = std::jthread([&page] { indexPage(page); });
    thread_.join();
  }

  int rankOnce(std::string page) {
    ranked_ = std::async(std::launch::async, [&page] { return rank(page); });
    return ranked_.get();
  }

private:
  std::string page_;
  std::jthread thread_;
  std::future<int> ranked_;
};

std::future<int> returnsTheFutureOfACopy(std::string page) {
  return std::async(std::launch::async,
                    [page = std::move(page)] { return rank(page); });
}

std::future<int> passesACopyToAsync(std::string page) {
  return std::async(std::launch::async, rank, page);
}

std::thread returnsTheHandleOfACopy(std::string page) {
  return std::thread(indexPage, std::move(page));
}

void postsACopy(boost::asio::thread_pool &pool) {
  std::string page = "post";
  boost::asio::post(pool, [page] { indexPage(page); });
}

void postsToItsOwnPool() {
  std::string page = "post";
  boost::asio::thread_pool pool(2);
  boost::asio::post(pool, [&page] { indexPage(page); });
  pool.join();
}

void waitsForACallersPool(boost::asio::thread_pool &pool) {
  std::string page = "post";
  std::promise<void> indexed;
  boost::asio::post(pool, [&] {
    indexPage(page);
    indexed.set_value();
  });
  indexed.get_future().wait();
}

int holdsTheFutureInTheFrame(std::string page) {
  auto ranked = std::async(std::launch::async, [&page] { return rank(page); });
  return ranked.get();
}

void holdsAVoidFutureInTheFrame(std::string page) {
  auto indexed = std::async(std::launch::async, [&page] { indexPage(page); });
  indexPage("other");
}

void holdsAllHandlesInTheFrame(const std::vector<std::string> &pages) {
  std::atomic<int> done{0};
  std::vector<std::jthread> threads;
  for (const auto &page : pages)
    threads.emplace_back([&done, page] {
      indexPage(page);
      ++done;
    });
}
