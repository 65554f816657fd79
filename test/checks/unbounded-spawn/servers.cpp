// RUN: %check %s joinery-*
// Loops that serve, and what bounds them, with all checks at once.

#include <atomic>
#include <boost/asio.hpp>
#include <condition_variable>
#include <functional>
#include <future>
#include <list>
#include <memory>
#include <mutex>
#include <netinet/in.h>
#include <semaphore>
#include <sys/socket.h>
#include <thread>
#include <vector>
void work();
void serve(int);
bool more();
// Silent.
void s1() {
  std::vector<std::thread> Ts;
  for (int I = 0; I < 8; ++I)
    Ts.emplace_back(work);
  for (auto &T : Ts)
    T.join();
}
void s2() {
  std::vector<std::thread> Ts;
  for (unsigned I = 0; I < std::thread::hardware_concurrency(); ++I)
    Ts.emplace_back(work);
  for (auto &T : Ts)
    T.join();
}
void s3(int L) {
  std::counting_semaphore<16> S(16);
  for (;;) {
    int C = accept(L, nullptr, nullptr);
    if (C < 0)
      break;
    S.acquire();
    std::thread([&S, C] {
      serve(C);
      S.release();
    }).detach();
  }
  for (int I = 0; I < 16; ++I)
    S.acquire();
}
void s4(int L) {
  for (;;) {
    int C = accept(L, nullptr, nullptr);
    if (C < 0)
      break;
    std::thread T(serve, C);
    T.join();
  }
}
void s5(int L) {
  boost::asio::thread_pool P(4);
  for (;;) {
    int C = accept(L, nullptr, nullptr);
    if (C < 0)
      break;
    boost::asio::post(P, [C] { serve(C); });
  }
  P.join();
}
void s6(const std::vector<int> &V) {
  std::vector<std::future<void>> Fs;
  for (int X : V)
    Fs.push_back(std::async(std::launch::async, serve, X));
  for (auto &F : Fs)
    F.get();
}
void s7(int L) {
  while (true) {
    int C = accept(L, nullptr, nullptr);
    if (C < 0)
      return;
    auto F = std::async(std::launch::async, serve, C);
    F.wait();
  }
}
void s8() {
  while (more()) {
    std::thread A(work), B(work);
    A.join();
    B.join();
  }
}
void s9(int L) {
  std::vector<std::thread> Ts;
  for (;;) {
    int C = accept(L, nullptr, nullptr);
    if (C < 0)
      break;
    Ts.emplace_back(serve, C);
    if (Ts.size() >= 8) {
      for (auto &T : Ts)
        T.join();
      Ts.clear();
    }
  }
  for (auto &T : Ts)
    T.join();
}
class Srv {
public:
  void run(int L) {
    for (;;) {
      int C = accept(L, nullptr, nullptr);
      if (C < 0)
        return;
      std::unique_lock<std::mutex> Lk(M);
      Cv.wait(Lk, [this] { return Active < 8; });
      ++Active;
      std::thread([this, C] {
        serve(C);
        std::lock_guard<std::mutex> G(M);
        --Active;
        Cv.notify_all();
      }).detach();
    }
  }
  ~Srv() {
    std::unique_lock<std::mutex> Lk(M);
    Cv.wait(Lk, [this] { return Active == 0; });
  }

private:
  std::mutex M;
  std::condition_variable Cv;
  int Active = 0;
};
// Bad.
void b1(int L) {
  for (;;) {
    int C = accept(L, nullptr, nullptr);
    if (C < 0)
      break;
    std::thread(serve, C).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
    // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*}} [joinery-detached-thread]
  }
}
void b2(int L) {
  std::vector<std::thread> Ts;
  while (true) {
    int C = accept(L, nullptr, nullptr);
    if (C < 0)
      break;
    Ts.emplace_back(serve, C);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
  }
  for (auto &T : Ts)
    T.join();
}
void b3() {
  std::list<std::future<void>> Fs;
  while (more())
    Fs.push_back(std::async(std::launch::async, work));
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
  for (auto &F : Fs)
    F.get();
}
void handle(int C) {
  std::thread T(serve, C);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
  T.detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-detached-thread]
}
void b4(int L) {
  for (;;) {
    int C = accept(L, nullptr, nullptr);
    if (C < 0)
      return;
    handle(C);
  }
}
class Srv2 {
public:
  void run(int L) {
    for (;;) {
      int C = accept(L, nullptr, nullptr);
      if (C < 0)
        return;
      {
        std::lock_guard<std::mutex> G(M);
        ++Active;
      }
      std::thread([this, C] {
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
        serve(C);
        std::lock_guard<std::mutex> G(M);
        --Active;
        Cv.notify_all();
      }).detach();
    }
  }
  ~Srv2() {
    std::unique_lock<std::mutex> Lk(M);
    Cv.wait(Lk, [this] { return Active == 0; });
  }

private:
  std::mutex M;
  std::condition_variable Cv;
  int Active = 0;
};
void b5(boost::asio::ip::tcp::acceptor &A) {
  for (;;) {
    auto S = std::make_shared<boost::asio::ip::tcp::socket>(A.accept());
    std::thread([S] { (void)S->available(); }).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
    // CHECK: :[[@LINE-2]]:{{[0-9]+}}: warning: {{.*}} [joinery-detached-thread]
  }
}
