// RUN: %check %s joinery-dangling-capture
// A method's locals end with the method, whoever its object is.
#include <condition_variable>
#include <latch>
#include <mutex>
#include <string>
#include <thread>

void send(const std::string &text);

class Mailer {
public:
  void detaches();
  void isCounted();
  void waits();
  void waitsByHelper();
  void copies();
  void usesMembersOnly();
  void drain();

private:
  std::mutex mutex;
  std::condition_variable changed;
  int running = 0;
  std::string name;
  std::latch sent{1};
};

// Reports.

void Mailer::detaches() {
  std::string text = "hello";
  std::thread([&text] { send(text); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

// Another method waits, when the local is gone.
void Mailer::isCounted() {
  std::string text = "hello";
  {
    std::lock_guard<std::mutex> lock(mutex);
    ++running;
  }
  std::thread([&text, this] {
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
    send(text);
    std::lock_guard<std::mutex> lock(mutex);
    --running;
    changed.notify_all();
  }).detach();
}

void Mailer::drain() {
  std::unique_lock<std::mutex> lock(mutex);
  changed.wait(lock, [this] { return running == 0; });
}

// Silent.

void Mailer::waits() {
  std::string text = "hello";
  std::thread([&text, this] {
    send(text);
    sent.count_down();
  }).detach();
  sent.wait();
}

void Mailer::waitsByHelper() {
  std::string text = "hello";
  {
    std::lock_guard<std::mutex> lock(mutex);
    ++running;
  }
  std::thread([&text, this] {
    send(text);
    std::lock_guard<std::mutex> lock(mutex);
    --running;
    changed.notify_all();
  }).detach();
  drain();
}

void Mailer::copies() {
  std::string text = "hello";
  std::thread([text] { send(text); }).detach();
}

void Mailer::usesMembersOnly() {
  std::thread([this] { send(name); }).detach();
}
