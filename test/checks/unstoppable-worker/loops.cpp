// RUN: %check %s joinery-*
// What ends a loop, and what does not, with all checks at once.

#include <atomic>
#include <boost/fiber/all.hpp>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <deque>
#include <functional>
#include <iostream>
#include <memory>
#include <mutex>
#include <optional>
#include <semaphore>
#include <stop_token>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>
using namespace std::chrono_literals;
void work();
bool step();
[[noreturn]] void fatal();
extern std::atomic<bool> GStop;
// Silent.
void w1() {
  std::jthread T([](std::stop_token S) {
    while (!S.stop_requested())
      work();
  });
}
void w2() {
  std::thread T([] {
    while (!GStop)
      work();
  });
  T.join();
}
void w3() {
  std::thread T([] {
    for (;;) {
      if (GStop.load())
        break;
      work();
    }
  });
  T.join();
}
void w4() {
  std::thread T([] {
    while (true) {
      if (!step())
        return;
    }
  });
  T.join();
}
void w5() {
  std::thread T([] {
    std::string L;
    while (std::getline(std::cin, L))
      work();
  });
  T.join();
}
void w6() {
  std::thread T([] {
    for (;;) {
      try {
        work();
      } catch (...) {
        break;
      }
    }
  });
  T.join();
}
void w7() {
  std::thread T([] {
    while (true) {
      if (step())
        fatal();
    }
  });
  T.join();
}
void w8() {
  std::thread T([] {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
    while (1) {
      if (step())
        throw 1;
    }
  });
  T.join();
}
void w9() {
  std::thread T([] {
    int N = 0;
    while (true) {
      if (++N == 100)
        return;
      work();
    }
  });
  T.join();
}
void w10() {
  boost::fibers::buffered_channel<int> C(8);
  std::thread T([&] {
    for (;;) {
      int V;
      if (C.pop(V) != boost::fibers::channel_op_status::success)
        return;
      work();
    }
  });
  C.push(1);
  C.close();
  T.join();
}
void w11() {
  std::thread T([] {
    do {
      work();
    } while (step());
  });
  T.join();
}
void w12() {
  std::thread T([] {
    while (true) {
      if (GStop)
        goto Out;
      work();
    }
  Out:
    work();
  });
  T.join();
}
struct Flagged {
  volatile bool Stop = false;
  void run() {
    while (!Stop)
      work();
  }
};
void w13(Flagged &F) {
  std::thread T(&Flagged::run, &F);
  T.join();
}
class Guarded {
public:
  void start() {
    T = std::thread([this] { run(); });
  }
  ~Guarded() {
    {
      std::lock_guard<std::mutex> L(M);
      Stop = true;
    }
    if (T.joinable())
      T.join();
  }

private:
  void run() {
    for (;;) {
      {
        std::lock_guard<std::mutex> L(M);
        if (Stop)
          return;
      }
      work();
    }
  }
  std::mutex M;
  bool Stop = false;
  std::thread T;
};
class Waits {
public:
  void start() {
    T = std::thread([this] { run(); });
  }
  ~Waits() {
    {
      std::lock_guard<std::mutex> L(M);
      Stop = true;
    }
    Cv.notify_all();
    if (T.joinable())
      T.join();
  }

private:
  void run() {
    std::unique_lock<std::mutex> L(M);
    while (!Stop) {
      Cv.wait_for(L, 1s);
    }
  }
  std::mutex M;
  std::condition_variable Cv;
  bool Stop = false;
  std::thread T;
};
void w14() {
  std::thread T([] {
    char B[16];
    for (;;) {
      ssize_t N = read(0, B, sizeof B);
      if (N <= 0)
        break;
    }
  });
  T.join();
}
void w15() {
  std::thread T([] {
    while (true) {
      std::exit(1);
    }
  });
  T.join();
}
struct Msg {
  int Kind;
};
struct Q {
  Msg pop();
};
void w16(Q &Queue) {
  std::thread T([&] {
    while (true) {
      Msg M = Queue.pop();
      if (M.Kind == 0)
        break;
    }
  });
  T.join();
}
void w17(Q &Queue) {
  std::thread T([&] {
    while (true) {
      Msg M = Queue.pop();
      switch (M.Kind) {
      case 0:
        return;
      default:
        work();
      }
    }
  });
  T.join();
}
void notATask() {
  while (true)
    work();
}
void w18() {
  std::thread T([] {
    while (true)
      pthread_testcancel();
  });
  T.join();
}
template <typename F> void forever(F Fn) {
  while (true)
    if (!Fn())
      return;
}
void w19() {
  std::thread T([] { forever([] { return step(); }); });
  T.join();
}
struct Ops {
  virtual bool next() = 0;
};
void w20(Ops &O) {
  std::thread T([&] {
    while (true) {
      if (!O.next())
        break;
    }
  });
  T.join();
}
// Bad.
void b1() {
  std::thread T([] {
    while (true)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      work();
  });
  T.join();
}
void b2() {
  std::jthread T([] {
    for (;;)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      work();
  });
}
void loop() {
  do {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
    work();
    std::this_thread::sleep_for(1s);
  } while (1);
}
void b3() {
  std::thread T(loop);
  T.detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-detached-thread]
}
class Plain {
public:
  void start() { T = std::thread(&Plain::run, this); }
  ~Plain() {
    Stop = true;
    if (T.joinable())
      T.join();
  }

private:
  void run() {
    while (!Stop)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      work();
  }
  bool Stop = false;
  std::thread T;
};
void b4() {
  bool Stop = false;
  std::thread T([&] {
    while (!Stop)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      work();
  });
  Stop = true;
  T.join();
}
struct Job {
  void operator()() const {
    while (true) {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      work();
    }
  }
};
void b5() {
  std::thread T{Job{}};
  T.join();
}
void inner() {
  for (;;) {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
    work();
  }
}
void outer() {
  work();
  inner();
}
void b6() {
  std::thread T(outer);
  T.join();
}
#define FOREVER for (;;)
void b7() {
  std::thread T([] {
    FOREVER { work(); }
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
  });
  T.join();
}
void b8() {
  std::thread T([] {
    while (true) {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      for (int I = 0; I < 3; ++I) {
        if (step())
          break;
      }
    }
  });
  T.join();
}
template <typename T> void tpl() {
  std::thread Th([] {
    while (true)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      work();
  });
  Th.join();
}
void b9() {
  tpl<int>();
  tpl<long>();
}
void b10() {
  std::thread T([] {
    while (true) {
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      try {
        work();
      } catch (...) {
        work();
      }
    }
  });
  T.join();
}
void b11() {
  std::jthread T([](std::stop_token) {
    while (true)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      work();
  });
}
void b12() {
  static bool Quit = false;
  std::thread T([] {
    while (!Quit)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
      work();
  });
  Quit = true;
  T.join();
}
