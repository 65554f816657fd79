// RUN: %check %s joinery-destroyed-before-join
// Members and locals that die before the join of a task that uses them.

#include <atomic>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

std::string next();
void show(const std::string &Text);

// Reports.

class Log {
public:
  Log() : Reader([this](std::stop_token Stop) { read(Stop); }) {}

private:
  void read(std::stop_token Stop) {
    while (!Stop.stop_requested())
      Lines.push_back(next());
  }
  std::jthread Reader;
  std::vector<std::string> Lines;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
};

class Started {
public:
  void start() {
    Worker = std::jthread(&Started::run, this);
  }

private:
  void run() {
    std::lock_guard Lock(Guard);
    Seen.insert(next());
  }
  std::mutex Guard;
  std::unique_ptr<int> Unused;
  std::jthread Worker;
  std::set<std::string> Seen;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
};

class Owned {
public:
  Owned() {
    Worker = std::make_unique<std::jthread>([this] { Seen.insert(next()); });
  }

private:
  std::unique_ptr<std::jthread> Worker;
  std::set<std::string> Seen;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
};

class Several {
public:
  Several() {
    for (int I = 0; I < 2; ++I)
      Workers.emplace_back([this] { Seen.insert(next()); });
  }

private:
  std::vector<std::jthread> Workers;
  std::set<std::string> Seen;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
};

class Joiner {
public:
  template <typename... Arguments>
  explicit Joiner(Arguments &&...Given)
      : Handle(std::forward<Arguments>(Given)...) {}
  ~Joiner() {
    if (Handle.joinable())
      Handle.join();
  }
  std::thread Handle;
};

void local() {
  std::jthread Spinner;
  std::string Message = next();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
  Spinner = std::jthread([&] { show(Message); });
}

void innerScope() {
  std::jthread Spinner;
  {
    std::string Message = next();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-destroyed-before-join]
    Spinner = std::jthread([&Message] { show(Message); });
  }
}

// Stays silent.

class InOrder {
public:
  InOrder() : Reader([this] { Lines.push_back(next()); }) {}

private:
  std::vector<std::string> Lines;
  std::jthread Reader;
};

class JoinsFirst {
public:
  JoinsFirst() : Reader([this] { Lines.push_back(next()); }) {}
  ~JoinsFirst() { Reader.join(); }

private:
  std::jthread Reader;
  std::vector<std::string> Lines;
};

class StopsFirst {
public:
  StopsFirst() : Reader([this] { Lines.push_back(next()); }) {}
  ~StopsFirst() { stop(); }

private:
  void stop() {
    Reader.request_stop();
    if (Reader.joinable())
      Reader.join();
  }
  std::jthread Reader;
  std::vector<std::string> Lines;
};

class ResetsFirst {
public:
  ResetsFirst() {
    Reader = std::make_unique<std::jthread>([this] { Lines.push_back(next()); });
  }
  ~ResetsFirst() { Reader.reset(); }

private:
  std::unique_ptr<std::jthread> Reader;
  std::vector<std::string> Lines;
};

class Trivial {
public:
  Trivial() : Counter([this] { ++Count; }) {}

private:
  std::jthread Counter;
  std::atomic<int> Count{0};
};

class NotUsed {
public:
  NotUsed() : Reader([this] { Lines.push_back(next()); }) {}

private:
  std::vector<std::string> Lines;
  std::jthread Reader;
  std::string Name;
};

class Copies {
public:
  explicit Copies(std::string Text) : Name(std::move(Text)) {
    Reader = std::jthread([Text = Name] { show(Text); });
  }

private:
  std::jthread Reader;
  std::string Name;
};

class Plain {
public:
  Plain() : Reader([this] { Lines.push_back(next()); }) {}
  ~Plain();

private:
  std::thread Reader;
  std::vector<std::string> Lines;
};

void localInOrder() {
  std::string Message = next();
  std::jthread Spinner([&] { show(Message); });
}

void localJoined() {
  std::jthread Spinner;
  std::string Message = next();
  Spinner = std::jthread([&] { show(Message); });
  Spinner.join();
}

void localCopied() {
  std::jthread Spinner;
  std::string Message = next();
  Spinner = std::jthread([Message] { show(Message); });
}

void localGivenAway(std::vector<std::jthread> &All) {
  std::jthread Spinner;
  std::string Message = next();
  Spinner = std::jthread([&] { show(Message); });
  All.push_back(std::move(Spinner));
  All.back().join();
}
