// RUN: %check %s joinery-unbounded-wait
// Waits at shutdown without a deadline, in a destructor.

#include <atomic>
#include <functional>
#include <future>
#include <stop_token>
#include <thread>
#include <utility>

bool more();
void work();
void disconnect(int Socket);

// Reports.

class Reader {
public:
  ~Reader() {
    Worker.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]
  }

private:
  std::thread Worker{[] {
    while (more())
      work();
  }};
};

class FlagNotSet {
public:
  ~FlagNotSet() { finish(); }

private:
  void finish() {
    Worker.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]
  }
  std::atomic<bool> Stopping{false};
  std::thread Worker{[this] {
    while (!Stopping && more())
      work();
  }};
};

// Stays silent.

class Asked {
public:
  ~Asked() {
    Stopping = true;
    Worker.join();
  }

private:
  std::atomic<bool> Stopping{false};
  std::thread Worker{[this] {
    while (!Stopping && more())
      work();
  }};
};

class AskedByUnseenCode {
public:
  explicit AskedByUnseenCode(int Socket) : Socket(Socket) {}
  ~AskedByUnseenCode() {
    disconnect(Socket);
    Worker.join();
  }

private:
  int Socket;
  std::thread Worker{[this] {
    while (Socket && more())
      work();
  }};
};

class Bounded {
public:
  ~Bounded() { Worker.join(); }

private:
  std::thread Worker{[] {
    for (int I = 0; I < 10; ++I)
      work();
  }};
};

class Plain {
public:
  ~Plain() { Worker.join(); }

private:
  std::thread Worker{work};
};

class Wrapper {
public:
  explicit Wrapper(std::thread Handle) : Handle(std::move(Handle)) {}
  ~Wrapper() {
    if (Handle.joinable())
      Handle.join();
  }

private:
  std::thread Handle;
};

class Deadline {
public:
  ~Deadline() { Done.wait_for(std::chrono::seconds(5)); }

private:
  std::future<void> Done = std::async(std::launch::deferred, [] {
    while (more())
      work();
  });
};

class Requests {
public:
  ~Requests() {
    Worker.request_stop();
    Worker.join();
  }

private:
  std::jthread Worker{[](std::stop_token Stop) {
    while (!Stop.stop_requested() && more())
      work();
  }};
};

void makeThem(int Socket) {
  Reader A;
  FlagNotSet B;
  Asked C;
  AskedByUnseenCode D(Socket);
  Bounded E;
  Plain F;
  Deadline G;
  Requests H;
}

void notAtShutdown() {
  std::thread Worker([] {
    while (more())
      work();
  });
  Worker.join();
}
