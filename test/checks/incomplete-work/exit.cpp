// RUN: %check %s joinery-incomplete-work
// The exits: exit and quick_exit end a program as a return of main does;
// abort and its kin are meant to cut off.

#include <cstdlib>
#include <exception>
#include <latch>
#include <thread>
#include <unistd.h>

void saveCache();
bool ready();

// Reports

void exitsWithTask() {
  std::thread(saveCache).detach();
  std::exit(0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
}

void exitsQuicklyWithTask() {
  std::thread(saveCache).detach();
  std::quick_exit(0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
}

void exitsOnOnePath() {
  std::latch Saved(1);
  std::thread([&Saved] {
    saveCache();
    Saved.count_down();
  }).detach();
  if (!ready())
    exit(EXIT_FAILURE);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
  Saved.wait();
}

// Stays silent

void nothingRunsYet() {
  if (!ready())
    std::exit(1);
  std::latch Saved(1);
  std::thread([&Saved] {
    saveCache();
    Saved.count_down();
  }).detach();
  Saved.wait();
}

void waitsFirst() {
  std::latch Saved(1);
  std::thread([&Saved] {
    saveCache();
    Saved.count_down();
  }).detach();
  Saved.wait();
  std::exit(0);
}

void joinsFirst() {
  std::thread Saver(saveCache);
  Saver.join();
  std::exit(0);
}

void aborts() {
  std::thread(saveCache).detach();
  std::abort();
}

void leavesAtOnce() {
  std::thread(saveCache).detach();
  _exit(3);
}

void leavesAtOnceToo() {
  std::thread(saveCache).detach();
  std::_Exit(3);
}

void terminates() {
  std::thread(saveCache).detach();
  std::terminate();
}

void joinedByDestructor() {
  {
    std::jthread Saver(saveCache);
  }
  std::exit(0);
}
