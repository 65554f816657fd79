// RUN: %check %s joinery-unbounded-spawn
// Tasks that are started as often as somebody outside likes.

#include <atomic>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <future>
#include <list>
#include <optional>
#include <semaphore>
#include <string>
#include <thread>
#include <vector>

struct Request {
  std::string Text;
};
std::optional<Request> receive();
int acceptConnection();
void answer(const Request &One);
void serve(int Connection);

// Reports.

void keepsThem() {
  std::vector<std::jthread> Workers;
  while (auto One = receive())
    Workers.emplace_back(answer, *One);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
}

void detachesThem() {
  for (;;) {
    int Connection = acceptConnection();
    if (Connection < 0)
      return;
    std::thread(serve, Connection).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
  }
}

void named() {
  while (auto One = receive()) {
    std::thread Worker(answer, *One);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
    Worker.detach();
  }
}

void start(std::list<std::thread> &Workers, int Connection) {
  Workers.push_back(std::thread(serve, Connection));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
}

void throughAHelper() {
  std::list<std::thread> Workers;
  int Connection;
  while ((Connection = acceptConnection()) >= 0)
    start(Workers, Connection);
  for (std::thread &Worker : Workers)
    Worker.join();
}

void futures() {
  std::vector<std::future<void>> Answers;
  for (auto One = receive(); One; One = receive())
    Answers.push_back(std::async(std::launch::async, answer, *One));
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
}

class Server {
public:
  void run() {
    while (!Stopping) {
      int Connection = acceptConnection();
      Workers.emplace_back([Connection] { serve(Connection); });
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
    }
  }

private:
  std::atomic<bool> Stopping{false};
  std::vector<std::jthread> Workers;
};

// Stays silent.

void countedLoop() {
  std::vector<std::jthread> Workers;
  for (int I = 0; I < 8; ++I)
    Workers.emplace_back(serve, I);
}

void hardware() {
  std::vector<std::jthread> Workers;
  for (unsigned I = 0; I < std::thread::hardware_concurrency(); ++I)
    Workers.emplace_back(serve, int(I));
}

void container(const std::vector<Request> &All) {
  std::vector<std::jthread> Workers;
  for (const Request &One : All)
    Workers.emplace_back(answer, One);
}

void permits() {
  std::counting_semaphore<8> Permits{8};
  std::vector<std::jthread> Workers;
  while (auto One = receive()) {
    Permits.acquire();
    Workers.emplace_back([&Permits, One] {
      answer(*One);
      Permits.release();
    });
  }
}

void oneAfterTheOther() {
  std::thread Previous;
  while (auto One = receive()) {
    if (Previous.joinable())
      Previous.join();
    Previous = std::thread(answer, *One);
  }
  if (Previous.joinable())
    Previous.join();
}

void joinsInTheLoop() {
  while (auto One = receive()) {
    std::thread Worker(answer, *One);
    Worker.join();
  }
}

void ofTheRound() {
  while (auto One = receive()) {
    std::jthread Worker(answer, *One);
    answer(*One);
  }
}

void waitsForEach() {
  while (auto One = receive()) {
    auto Answer = std::async(std::launch::async, answer, *One);
    Answer.get();
  }
}

void pool(boost::asio::thread_pool &Pool) {
  while (auto One = receive())
    boost::asio::post(Pool, [One] { answer(*One); });
}

class Counted {
public:
  void run() {
    while (auto One = receive()) {
      if (Active >= 16)
        continue;
      ++Active;
      std::thread([this, One] {
        answer(*One);
        --Active;
      }).detach();
    }
  }
  void drain() {
    while (Active > 0)
      std::this_thread::yield();
  }

private:
  std::atomic<int> Active{0};
};

void reaps() {
  std::list<std::thread> Workers;
  while (auto One = receive()) {
    Workers.emplace_back(answer, *One);
    if (Workers.size() > 8) {
      Workers.front().join();
      Workers.pop_front();
    }
  }
  for (std::thread &Worker : Workers)
    Worker.join();
}

void noTask() {
  while (auto One = receive())
    answer(*One);
}
