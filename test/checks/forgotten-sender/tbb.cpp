// REQUIRES: tbb
// RUN: %check %s joinery-forgotten-sender
// A queue of oneTBB has no bound until it is given one.

#include <tbb/concurrent_queue.h>
#include <thread>

bool early();
void use(int Value);

// Reports.

void boundedAndLeft() {
  tbb::concurrent_bounded_queue<int> Numbers;
  Numbers.set_capacity(1);
  std::jthread Counting([&Numbers] {
    for (int I = 0; I < 5; ++I)
      Numbers.push(I);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}
    // [joinery-forgotten-sender]
  });
  int Number;
  Numbers.pop(Number);
}

// Stays silent.

void withoutABound() {
  tbb::concurrent_bounded_queue<int> Numbers;
  std::jthread Counting([&Numbers] {
    for (int I = 0; I < 5; ++I)
      Numbers.push(I);
  });
  int Number;
  Numbers.pop(Number);
}

void withRoomForAll() {
  tbb::concurrent_bounded_queue<int> Numbers;
  Numbers.set_capacity(5);
  std::jthread Counting([&Numbers] {
    for (int I = 0; I < 5; ++I)
      Numbers.push(I);
  });
  int Number;
  Numbers.pop(Number);
}

void aborted() {
  tbb::concurrent_bounded_queue<int> Numbers;
  Numbers.set_capacity(1);
  std::jthread Counting([&Numbers] {
    for (int I = 0; I < 5; ++I)
      Numbers.push(I);
  });
  int Number;
  Numbers.pop(Number);
  Numbers.abort();
}

void drained() {
  tbb::concurrent_bounded_queue<int> Numbers;
  Numbers.set_capacity(1);
  std::jthread Counting([&Numbers] {
    for (int I = 0; I < 5; ++I)
      Numbers.push(I);
  });
  int Number;
  for (int I = 0; I < 5; ++I)
    Numbers.pop(Number);
}

void boundedAgain(bool Tight) {
  tbb::concurrent_bounded_queue<int> Numbers;
  Numbers.set_capacity(1);
  if (!Tight)
    Numbers.set_capacity(8);
  std::jthread Counting([&Numbers] {
    for (int I = 0; I < 5; ++I)
      Numbers.push(I);
  });
  int Number;
  Numbers.pop(Number);
}
