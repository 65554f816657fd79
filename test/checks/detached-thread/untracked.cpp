// RUN: %check %s joinery-detached-thread
// What looks like tracking but leaves some end of a task unseen is reported.

#include <atomic>
#include <condition_variable>
#include <latch>
#include <memory>
#include <mutex>
#include <semaphore>
#include <string>
#include <thread>
#include <utility>

bool connect(const std::string &Host);
void upload(const std::string &File);

// Reports

void signalledButNobodyWaits() {
  auto Done = std::make_shared<std::latch>(1);
  std::thread([Done] {
    upload("a");
    Done->count_down();
  }).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void earlyReturnPassesTheSignal(std::string Host) {
  auto Done = std::make_shared<std::latch>(1);
  std::thread([Done, Host = std::move(Host)] {
    if (!connect(Host))
      return;
    upload("b");
    Done->count_down();
  }).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  Done->wait();
}

void signalOnAnObjectOfTheEntry() {
  std::thread([] {
    std::latch Done(1);
    upload("c");
    Done.count_down();
    Done.wait();
  }).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void waitsForAnotherObject() {
  auto Uploaded = std::make_shared<std::latch>(1);
  auto Connected = std::make_shared<std::latch>(1);
  std::thread([Uploaded] {
    upload("d");
    Uploaded->count_down();
  }).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  std::thread Second([Connected] {
    connect("host");
    Connected->count_down();
  });
  Connected->wait();
  Second.join();
}

static std::latch NeverAwaited(1);

void signalsGlobalThatNobodyAwaits() {
  std::thread([] {
    upload("e");
    NeverAwaited.count_down();
  }).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

class CountedInTheTask {
public:
  void start(std::string File) {
    std::thread([this, File = std::move(File)] {
      Pending.fetch_add(1);
      upload(File);
      Pending.fetch_sub(1);
      Pending.notify_all();
    }).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  }

  void drain() {
    while (int Left = Pending.load())
      Pending.wait(Left);
  }

private:
  std::atomic<int> Pending{0};
};

class CountedAfterTheSpawn {
public:
  void start(std::string File) {
    std::thread([this, File = std::move(File)] {
      upload(File);
      std::lock_guard Lock(Mutex);
      --Active;
      Idle.notify_all();
    }).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
    std::lock_guard Lock(Mutex);
    ++Active;
  }

  void drain() {
    std::unique_lock Lock(Mutex);
    Idle.wait(Lock, [this] { return Active == 0; });
  }

private:
  std::mutex Mutex;
  std::condition_variable Idle;
  int Active = 0;
};

class NoWaitAnywhere {
public:
  void start(std::string File) {
    Pending.fetch_add(1);
    std::thread([this, File = std::move(File)] {
      upload(File);
      Pending.fetch_sub(1);
    }).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  }

  // Looking is not waiting.
  bool busy() const { return Pending.load() != 0; }

private:
  std::atomic<int> Pending{0};
};

class PermitsNeverCollected {
public:
  void start(std::string File) {
    Slots.acquire();
    std::thread([this, File = std::move(File)] {
      upload(File);
      Slots.release();
    }).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  }

private:
  std::counting_semaphore<4> Slots{4};
};

// Stays silent

void waitedForAfterAll(std::string Host) {
  auto Done = std::make_shared<std::latch>(1);
  std::thread([Done, Host = std::move(Host)] {
    if (connect(Host))
      upload("b");
    Done->count_down();
  }).detach();
  Done->wait();
}
