// RUN: %check %s joinery-detached-thread
// Deep nesting of lambdas, templates and statements neither hides a detach
// nor makes one up.

#include <functional>
#include <latch>
#include <memory>
#include <thread>
#include <tuple>
#include <utility>

void pollSensor();

// Reports

void sixLambdasDeep() {
  auto Outer = [] {
    return [] {
      return [] {
        return [] {
          return [] {
            return [] {
              std::thread(pollSensor).detach();
              // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
            };
          };
        };
      };
    };
  };
  Outer()()()()()();
}

void threadsInThreads() {
  std::thread([] {
    std::thread([] {
      std::thread(pollSensor).detach();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
    }).join();
  }).join();
}

template <int Depth> struct Tower {
  static void climb() {
    if constexpr (Depth > 0)
      Tower<Depth - 1>::climb();
    else
      std::thread(pollSensor).detach();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  }
};

void climbs() { Tower<64>::climb(); }

struct Outer {
  struct Middle {
    struct Inner {
      void start() {
        struct Local {
          static void run() {
            std::thread(pollSensor).detach();
            // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
          }
        };
        Local::run();
      }
    };
  };
};

// Stays silent

auto nestedButReturned() {
  return [] { return [] { return [] { return std::thread(pollSensor); }; }; };
}

void nestedAndTracked() {
  auto Done = std::make_shared<std::latch>(1);
  [&] {
    [&] {
      std::thread([Done] {
        [&] { [&] { pollSensor(); }(); }();
        [&] { Done->count_down(); }();
      }).detach();
    }();
  }();
  Done->wait();
}

int recursion(int N) {
  std::thread Poller(pollSensor);
  int Below = N > 0 ? recursion(N - 1) : 0;
  Poller.join();
  return Below + 1;
}

template <std::size_t... I> void pack(std::index_sequence<I...>) {
  std::tuple<decltype((void)I, std::thread())...> All{
      ((void)I, std::thread(pollSensor))...};
  (std::get<I>(All).join(), ...);
}

void forty() { pack(std::make_index_sequence<40>()); }
