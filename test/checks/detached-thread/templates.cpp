// RUN: %check %s joinery-detached-thread
// A detach in a template is reported once, however many instantiations.

#include <latch>
#include <string>
#include <thread>
#include <utility>
#include <vector>

void pollSensor();

// Reports

template <typename Job> void background(Job Run) {
  std::thread(std::move(Run)).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void threeInstantiations() {
  background(pollSensor);
  background([] { pollSensor(); });
  background([Copies = 3] {
    for (int I = 0; I < Copies; ++I)
      pollSensor();
  });
}

template <typename Handle> void letGo(Handle &Running) {
  Running.detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void bothThreadTypes() {
  std::thread Plain(pollSensor);
  letGo(Plain);
  std::jthread Joining(pollSensor);
  letGo(Joining);
}

template <typename Item> class Sender {
public:
  void send(Item Value) {
    std::thread([Value] { (void)Value; }).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  }
};

void twoSenders(Sender<int> &Numbers, Sender<std::string> &Lines) {
  Numbers.send(1);
  Lines.send("one");
}

template <typename... Jobs> void all(Jobs... Run) {
  (std::thread(Run).detach(), ...);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void pack() {
  all(pollSensor, pollSensor);
  all(pollSensor, [] {}, pollSensor);
}

// Stays silent

template <typename Handle> void joinIt(Handle &Running) { Running.join(); }

void joinedThroughTemplate() {
  std::thread Poller(pollSensor);
  joinIt(Poller);
}

template <typename Job> void tracked(Job Run) {
  std::latch Done(1);
  std::thread([&Done, Run] {
    Run();
    Done.count_down();
  }).detach();
  Done.wait();
}

void trackedTwice() {
  tracked(pollSensor);
  tracked([] { pollSensor(); });
}

class Window {
public:
  void detach();
};

template <typename Part> void takeOff(Part &P) { P.detach(); }

void onlyWindows(Window &W) { takeOff(W); }
