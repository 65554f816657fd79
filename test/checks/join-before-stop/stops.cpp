// RUN: %check %s joinery-*
// What can say stop, and joins that come before it, with all checks at once.

#include <atomic>
#include <boost/fiber/all.hpp>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>
#include <stop_token>
#include <thread>
#include <vector>
using namespace std::chrono_literals;
void work();
// --- silent
struct Setter {
  std::atomic<bool> &F;
  ~Setter() { F = true; }
};
class BoundFlag { // the setter dies first
public:
  BoundFlag() : G{Stop} {
    T = std::jthread([this] {
      while (!Stop)
        work();
    });
  }

private:
  std::atomic<bool> Stop{false};
  std::jthread T;
  Setter G;
};
class BoundFlag2 {
public:
  BoundFlag2()
      : T([this] {
          while (!Stop)
            work();
        }) {}

private:
  std::atomic<bool> Stop{false};
  std::jthread T;
  Setter G{Stop};
};
class CallbackFlag { // a callback registered elsewhere
public:
  void start(std::function<void(std::function<void()>)> onQuit) {
    onQuit([this] { Stop = true; });
    T = std::thread([this] {
      while (!Stop)
        work();
    });
  }
  ~CallbackFlag() {
    if (T.joinable())
      T.join();
  }

private:
  std::atomic<bool> Stop{false};
  std::thread T;
};
class Base {
public:
  virtual ~Base() { stop(); }
  void stop() {
    Stop = true;
    if (T.joinable())
      T.join();
  }

protected:
  void start() {
    T = std::thread([this] {
      while (!Stop)
        run();
    });
  }
  virtual void run() = 0;

private:
  std::atomic<bool> Stop{false};
  std::thread T;
};
class Exchange {
public:
  Exchange()
      : T([this] {
          while (!Stop.load())
            work();
        }) {}
  ~Exchange() {
    if (!Stop.exchange(true))
      T.join();
    else
      T.detach();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-detached-thread]
  }

private:
  std::atomic<bool> Stop{false};
  std::thread T;
};
class Compare {
public:
  Compare()
      : T([this] {
          while (Running.load())
            work();
        }) {}
  ~Compare() {
    bool Old = true;
    if (Running.compare_exchange_strong(Old, false))
      T.join();
  }

private:
  std::atomic<bool> Running{true};
  std::thread T;
};
class Bits {
public:
  Bits()
      : T([this] {
          while ((Flags & 1) == 0)
            work();
        }) {}
  ~Bits() {
    Flags |= 1;
    T.join();
  }

private:
  std::atomic<int> Flags{0};
  std::thread T;
};
class Enum {
  enum class St { Run, Stop };

public:
  Enum()
      : T([this] {
          while (S != St::Stop)
            work();
        }) {}
  ~Enum() {
    S = St::Stop;
    T.join();
  }

private:
  std::atomic<St> S{St::Run};
  std::thread T;
};
class EnumCv {
  enum class St { Run, Pause, Stop };

public:
  EnumCv() : T([this] { loop(); }) {}
  ~EnumCv() {
    set(St::Stop);
    T.join();
  }
  void pause() { set(St::Pause); }

private:
  void set(St N) {
    {
      std::lock_guard<std::mutex> L(M);
      S = N;
    }
    Cv.notify_all();
  }
  void loop() {
    std::unique_lock<std::mutex> L(M);
    for (;;) {
      Cv.wait(L, [this] { return S != St::Pause; });
      if (S == St::Stop)
        return;
      L.unlock();
      work();
      L.lock();
    }
  }
  std::mutex M;
  std::condition_variable Cv;
  St S = St::Run;
  std::thread T;
};
void timed() {
  std::atomic<bool> Stop{false};
  std::thread T([&] {
    while (!Stop)
      work();
  });
  std::thread Timer([&] {
    std::this_thread::sleep_for(1s);
    Stop = true;
  });
  T.join();
  Timer.join();
}
void selfEnding() {
  std::atomic<bool> Stop{false};
  int N = 0;
  std::thread T([&] {
    while (!Stop) {
      if (++N > 10)
        break;
      work();
    }
  });
  T.join();
}
void flagByTaskItself() {
  std::atomic<bool> Done{false};
  std::thread T([&] {
    while (!Done) {
      work();
      Done = true;
    }
  });
  T.join();
}
bool poll(std::atomic<bool> *);
void handedOut() {
  std::atomic<bool> Stop{false};
  poll(&Stop);
  std::thread T([&] {
    while (!Stop)
      work();
  });
  T.join();
}
void jthreadOwnToken() {
  std::jthread T([](std::stop_token St) {
    while (!St.stop_requested())
      work();
  });
}
void jthreadStopThenJoin() {
  std::jthread T([](std::stop_token St) {
    while (!St.stop_requested())
      work();
  });
  T.request_stop();
  T.join();
}
void sourceShared(std::stop_source Src) {
  std::jthread T([St = Src.get_token()] {
    while (!St.stop_requested())
      work();
  });
  T.join();
}
void sourceLocal() {
  std::stop_source Src;
  std::thread T([St = Src.get_token()] {
    while (!St.stop_requested())
      work();
  });
  Src.request_stop();
  T.join();
}
void stopCallback(std::stop_token Outer) {
  std::stop_source Src;
  std::stop_callback Cb(Outer, [&] { Src.request_stop(); });
  std::thread T([St = Src.get_token()] {
    while (!St.stop_requested())
      work();
  });
  T.join();
}
void guardSets() {
  std::atomic<bool> Stop{false};
  std::jthread T([&] {
    while (!Stop)
      work();
  });
  Setter G{Stop};
  work();
}
void manyWorkers() {
  std::atomic<bool> Stop{false};
  std::vector<std::thread> Ts;
  for (int I = 0; I < 4; ++I)
    Ts.emplace_back([&] {
      while (!Stop)
        work();
    });
  std::this_thread::sleep_for(1s);
  Stop = true;
  for (auto &T : Ts)
    T.join();
}
// --- defects
void d1() {
  std::atomic<bool> Stop{false};
  std::jthread T([&] {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
    while (!Stop)
      work();
  });
}
void d2() {
  std::atomic<bool> Stop{false};
  std::vector<std::thread> Ts;
  for (int I = 0; I < 4; ++I)
    Ts.emplace_back([&] {
      while (!Stop)
        work();
    });
  for (auto &T : Ts)
    T.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  Stop = true;
}
void d3() {
  std::atomic<bool> Go{false};
  std::thread T([&] {
    Go.wait(false);
    work();
  });
  T.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  Go = true;
  Go.notify_one();
}
void d4() {
  std::mutex M;
  std::condition_variable Cv;
  bool Go = false;
  std::thread T([&] {
    std::unique_lock<std::mutex> L(M);
    Cv.wait(L, [&] { return Go; });
  });
  T.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  {
    std::lock_guard<std::mutex> L(M);
    Go = true;
  }
  Cv.notify_one();
}
void d5() {
  boost::fibers::buffered_channel<int> C(4);
  std::thread T([&] {
    int V;
    while (C.pop(V) == boost::fibers::channel_op_status::success)
      work();
  });
  C.push(1);
  T.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  C.close();
}
void d6() {
  boost::fibers::unbuffered_channel<int> C;
  std::thread T([&] {
    for (int V : C)
      (void)V;
  });
  C.push(1);
  T.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  C.close();
}
void d7() {
  boost::fibers::unbuffered_channel<int> C;
  std::thread T([&] { C.push(1); });
  T.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  C.close();
}
void d8(bool Early) {
  std::atomic<bool> Stop{false};
  auto F = std::async(std::launch::async, [&] {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
    while (!Stop)
      work();
  });
  if (Early)
    return;
  Stop = true;
  F.get();
}
void loopOn(std::atomic<bool> *Stop) {
  while (!*Stop)
    work();
}
void d9() {
  std::atomic<bool> Stop{false};
  std::thread T(loopOn, &Stop);
  T.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  Stop = true;
}
void loopRef(std::atomic<bool> &Stop) {
  while (!Stop)
    work();
}
void d10() {
  std::atomic<bool> Stop{false};
  std::thread T(loopRef, std::ref(Stop));
  T.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  Stop = true;
}
void d11() {
  std::atomic<bool> Stop{false};
  std::thread T(
      [](std::atomic<bool> *P) {
        while (!P->load())
          work();
      },
      &Stop);
  T.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  Stop = true;
}
class D12 {
public:
  D12()
      : T(std::make_unique<std::jthread>([this] {
          while (!Stop)
            work();
        })) {}
  ~D12() {
    T.reset();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
    Stop = true;
  }

private:
  std::atomic<bool> Stop{false};
  std::unique_ptr<std::jthread> T;
};
class D13 {
public:
  D13()
      : F(std::async(std::launch::async, [this] {
          while (!Stop)
            work();
        })) {}
  ~D13() {
    F.wait();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
    Stop = true;
  }

private:
  std::atomic<bool> Stop{false};
  std::future<void> F;
};
class D14 {
public:
  D14() : T([this] { loop(); }) {}
  ~D14() {
    T.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
    {
      std::lock_guard<std::mutex> L(M);
      Stop = true;
    }
    Cv.notify_all();
  }

private:
  void loop() {
    std::unique_lock<std::mutex> L(M);
    while (!Stop)
      Cv.wait(L);
  }
  std::mutex M;
  std::condition_variable Cv;
  bool Stop = false;
  std::thread T;
};
class D15 {
public:
  D15() : T([this] { loop(); }) {}
  ~D15() {
    {
      std::lock_guard<std::mutex> L(M);
      Stop = true;
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
    }
    T.join();
  }

private:
  void loop() {
    std::unique_lock<std::mutex> L(M);
    while (!Stop)
      Cv.wait(L);
  }
  std::mutex M;
  std::condition_variable Cv;
  bool Stop = false;
  std::thread T;
};
class D16 {
public:
  D16() : T([this] { loop(); }) {}
  ~D16() {
    Cv.notify_all();
    Stop = true;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
    T.join();
  }

private:
  void loop() {
    std::unique_lock<std::mutex> L(M);
    Cv.wait(L, [this] { return Stop.load(); });
  }
  std::mutex M;
  std::condition_variable Cv;
  std::atomic<bool> Stop{false};
  std::thread T;
};
struct Joiner {
  std::thread T;
  ~Joiner() {
    if (T.joinable())
      T.join();
  }
};
void d17() {
  std::atomic<bool> Stop{false};
  Joiner J{std::thread([&] {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
    while (!Stop)
      work();
  })};
}
void d18() {
  std::atomic<bool> Stop{false};
  std::thread T([&] {
    while (!Stop)
      work();
  }); //
  Joiner J{std::move(T)};
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
}
