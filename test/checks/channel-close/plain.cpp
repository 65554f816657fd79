// RUN: %check %s joinery-channel-close
// Channels that are closed twice, too early or by the wrong one.

#include <atomic>
#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/unbuffered_channel.hpp>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

using Channel = boost::fibers::buffered_channel<int>;
using boost::fibers::channel_op_status;

bool early();
void use(int Value);

// Reports.

void sendAfterClose(Channel &Numbers) {
  Numbers.close();
  Numbers.push(1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Numbers' is closed when this is sent; {{.*}} [joinery-channel-close]
}

void onOnePath(Channel &Numbers) {
  if (early())
    Numbers.close();
  Numbers.push(1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
}

void shut(Channel &Numbers) { Numbers.close(); }

void closedByAHelper(Channel &Numbers) {
  shut(Numbers);
  Numbers.push(1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
}

void nullPointer(Channel &Given, bool Wanted) {
  Channel *Numbers = Wanted ? &Given : nullptr;
  if (Numbers)
    Numbers->push(1);
  Numbers->close();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Numbers' is null when {{.*}} [joinery-channel-close]
}

void resetPointer(std::shared_ptr<Channel> Numbers) {
  Numbers.reset();
  Numbers->close();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
}

void keep(std::unique_ptr<Channel> Numbers);

void movedPointer(std::unique_ptr<Channel> Numbers) {
  keep(std::move(Numbers));
  Numbers->close();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Numbers' is moved from when {{.*}} [joinery-channel-close]
}

void oneOfSeveral() {
  boost::fibers::unbuffered_channel<int> Numbers;
  std::vector<std::jthread> Senders;
  for (int I = 0; I < 3; ++I)
    Senders.emplace_back([&Numbers, I] {
      Numbers.push(I);
      Numbers.close();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Numbers' is closed by one of several {{.*}} [joinery-channel-close]
    });
  int Value;
  while (Numbers.pop(Value) == channel_op_status::success)
    use(Value);
}

void theReceiver() {
  boost::fibers::unbuffered_channel<int> Numbers;
  std::jthread Sender([&Numbers] {
    for (int I = 0; I < 3; ++I)
      Numbers.push(I);
  });
  std::jthread Receiver([&Numbers] {
    int Value;
    Numbers.pop(Value);
    Numbers.close();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Numbers' is closed by a task that receives {{.*}} [joinery-channel-close]
  });
}

// Stays silent.

void closeLast(Channel &Numbers) {
  Numbers.push(1);
  Numbers.close();
}

void closeTwice(Channel &Numbers) {
  Numbers.close();
  Numbers.close();
}

void remembered(Channel &Numbers) {
  bool Closed = false;
  if (early()) {
    Numbers.close();
    Closed = true;
  }
  if (!Closed)
    Numbers.push(1);
}

void onAnotherPath(Channel &Numbers) {
  if (early()) {
    Numbers.close();
    return;
  }
  Numbers.push(1);
}

void another(Channel &First, Channel &Second) {
  First.close();
  Second.push(1);
}

void eachRound() {
  for (int I = 0; I < 2; ++I) {
    Channel Numbers(2);
    Numbers.push(I);
    Numbers.close();
  }
}

struct CloseAtEnd {
  Channel &Numbers;
  ~CloseAtEnd() { Numbers.close(); }
};

void guarded(Channel &Numbers) {
  CloseAtEnd Guard{Numbers};
  Numbers.push(1);
}

void testedPointer(Channel &Given, bool Wanted) {
  Channel *Numbers = nullptr;
  if (Wanted)
    Numbers = &Given;
  if (Numbers)
    Numbers->close();
}

void correlatedPointer(Channel &Given, bool Wanted) {
  Channel *Numbers = nullptr;
  if (Wanted)
    Numbers = &Given;
  if (Wanted)
    Numbers->close();
}

void setAgain(std::shared_ptr<Channel> Numbers) {
  Numbers.reset();
  Numbers = std::make_shared<Channel>(4);
  Numbers->close();
}

void theOnlySender() {
  boost::fibers::unbuffered_channel<int> Numbers;
  std::jthread Sender([&Numbers] {
    Numbers.push(1);
    Numbers.close();
  });
  int Value;
  while (Numbers.pop(Value) == channel_op_status::success)
    use(Value);
}

void theLastCloses() {
  boost::fibers::unbuffered_channel<int> Numbers;
  std::atomic<int> Left{3};
  std::vector<std::jthread> Senders;
  for (int I = 0; I < 3; ++I)
    Senders.emplace_back([&Numbers, &Left, I] {
      Numbers.push(I);
      if (--Left == 0)
        Numbers.close();
    });
  int Value;
  while (Numbers.pop(Value) == channel_op_status::success)
    use(Value);
}

void theOwner() {
  boost::fibers::unbuffered_channel<int> Numbers;
  std::jthread Receiver([&Numbers] {
    int Value;
    while (Numbers.pop(Value) == channel_op_status::success)
      use(Value);
  });
  {
    std::jthread First([&Numbers] { Numbers.push(1); });
    std::jthread Second([&Numbers] { Numbers.push(2); });
  }
  Numbers.close();
}

class File {
public:
  void write(int);
  void close();
};

void notAChannel(File &Output) {
  Output.close();
  Output.write(1);
  Output.close();
}
