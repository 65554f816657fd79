// RUN: %check %s joinery-dangling-capture
// A task that outlives the frame must not hold a reference into it.
#include <future>
#include <latch>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

void send(const std::string &text);
void sendView(std::string_view text);
void sum(std::span<const int> values, int *total);
void count(int &hits);
void prepare();

// Reports.

void capturesALocalByReference() {
  std::string text = "hello";
  std::thread([&text] { send(text); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void capturesAParameterByReference(std::string text) {
  std::thread([&text] { send(text); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void capturesEverythingByReference() {
  std::string text = "hello";
  std::thread([&] { send(text); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void passesAReference() {
  int hits = 0;
  std::thread(count, std::ref(hits)).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void passesAPointer(std::span<const int> values) {
  int total = 0;
  std::thread(sum, values, &total).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void passesAView() {
  std::string text = "hello";
  std::thread(sendView, std::string_view(text)).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

class Session {
public:
  void run();
};

void passesAnAutomaticObject() {
  Session session;
  std::thread(&Session::run, &session).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

std::future<void> returnsTheFuture() {
  std::string text = "hello";
  return std::async(std::launch::async, [&text] { send(text); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void detachesANamedThread() {
  std::string text = "hello";
  std::thread sender([&text] { send(text); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
  prepare();
  sender.detach();
}

void detachesAJThread() {
  std::string text = "hello";
  std::jthread sender([&text] { send(text); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
  sender.detach();
}

// Stays silent.

void capturesACopy() {
  std::string text = "hello";
  std::thread([text] { send(text); }).detach();
}

void movesTheLocalIn() {
  std::string text = "hello";
  std::thread([text = std::move(text)] { send(text); }).detach();
}

void passesACopy() {
  std::string text = "hello";
  std::thread(send, text).detach();
}

void sharesTheText() {
  auto text = std::make_shared<std::string>("hello");
  std::thread([text] { send(*text); }).detach();
}

void capturesAStatic() {
  static int hits = 0;
  std::thread([] { count(hits); }).detach();
}

void passesAStaticsAddress(std::span<const int> values) {
  static int total = 0;
  std::thread(sum, values, &total).detach();
}

void joinsInTheFrame() {
  std::string text = "hello";
  std::thread sender([&text] { send(text); });
  prepare();
  sender.join();
}

void joinsAtTheScopesEnd() {
  std::string text = "hello";
  std::jthread sender([&text] { send(text); });
  prepare();
}

void getsTheFuture() {
  std::string text = "hello";
  auto sent = std::async(std::launch::async, [&text] { send(text); });
  sent.get();
}

void waitsForTheDetached() {
  std::string text = "hello";
  std::latch sent(1);
  std::thread([&] {
    send(text);
    sent.count_down();
  }).detach();
  sent.wait();
}
