// RUN: %check %s joinery-forgotten-receiver
// A template is reported once, however often it is instantiated.

#include <boost/fiber/buffered_channel.hpp>
#include <latch>
#include <thread>

template <typename T> using Channel = boost::fibers::buffered_channel<T>;
template <typename T> void use(const T &Value);

// Reports.

template <typename T> void nobodySends() {
  Channel<T> Values(4);
  std::jthread Reader([&Values] {
    T Value;
    Values.pop(Value);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
    use(Value);
  });
}

template <typename T> class Window {
public:
  void open(T Title) {
    use(Title);
    Opened.wait();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
  }

private:
  std::latch Opened{1};
};

template <int Count> void nobodyCountsDown() {
  std::latch Done(Count);
  Done.wait();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-forgotten-receiver]
}

void makeThem() {
  nobodySends<int>();
  nobodySends<long>();
  Window<int>().open(1);
  Window<char>().open('1');
  nobodyCountsDown<1>();
  nobodyCountsDown<2>();
}

// Stays silent.

template <typename T> void sent(T First) {
  Channel<T> Values(4);
  std::jthread Reader([&Values] {
    T Value;
    Values.pop(Value);
    use(Value);
  });
  Values.push(First);
}

template <typename Ready> void signalled() {
  Ready Done(1);
  std::jthread Worker([&Done] { Done.count_down(); });
  Done.wait();
}

template <typename T> class Door {
public:
  void open(T Title) {
    Worker = std::jthread([this, Title] {
      use(Title);
      Opened.count_down();
    });
    Opened.wait();
  }

private:
  std::latch Opened{1};
  std::jthread Worker;
};

template <int Count> void nothingToCount() {
  std::latch Done(Count);
  Done.wait();
}

template <typename F> void signalledByAParameter(F Signal) {
  std::latch Done(1);
  Signal(Done);
  Done.wait();
}

template <typename T> void neverMade() {
  Channel<T> Values(4);
  T Value;
  Values.pop(Value);
}

void makeTheOthers() {
  sent(1);
  sent(1L);
  signalled<std::latch>();
  Door<int>().open(1);
  nothingToCount<0>();
  signalledByAParameter([](std::latch &Done) { Done.count_down(); });
}
