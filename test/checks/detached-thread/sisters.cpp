// RUN: %check %s joinery-detached-thread,joinery-late-count-up,joinery-skippable-completion
// A signal that a path of a detached task passes by is this check's matter, and
// so is a count-up inside the task.

#include <atomic>
#include <latch>
#include <memory>
#include <string>
#include <thread>
#include <utility>

bool connect(const std::string &Host);
void upload(const std::string &File);

void passesTheSignalBy(std::string Host) {
  auto Done = std::make_shared<std::latch>(1);
  std::thread([Done, Host = std::move(Host)] {
    if (!connect(Host))
      return;
    Done->count_down();
  }).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  Done->wait();
}

class CountedInTheTask {
public:
  void start(std::string File) {
    std::thread([this, File = std::move(File)] {
      Pending.fetch_add(1);
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-late-count-up]
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

void neither(std::string Host) {
  auto Done = std::make_shared<std::latch>(1);
  std::thread([Done, Host = std::move(Host)] {
    connect(Host);
    Done->count_down();
  }).detach();
  Done->wait();
}
