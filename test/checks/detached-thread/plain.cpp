// RUN: %check %s joinery-detached-thread
// Giving up the handle of a task is reported at the call that gives it up.

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

void pollSensor();
void sendMail(const std::string &To);
void readConfig();

struct Metrics {
  void push(int Value);
};

struct Beeper {
  int Times;
  void operator()() const;
};

// Reports

void temporary() {
  std::thread(pollSensor).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void named() {
  std::thread Poller(pollSensor);
  Poller.detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void namedAndGivenUpLater(const std::string &To) {
  std::thread Mailer([To] { sendMail(To); });
  readConfig();
  if (Mailer.joinable())
    Mailer.detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void chainedOverSeveralLines(std::string To) {
  std::thread([To = std::move(To)] {
    readConfig();
    sendMail(To);
  }).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void memberFunction(Metrics &Sink) {
  std::thread(&Metrics::push, &Sink, 3).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void bound(Metrics &Sink) {
  std::thread(std::bind(&Metrics::push, std::ref(Sink), 4)).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void functionObject() {
  std::thread(Beeper{3}).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void joiningThread() {
  std::jthread Poller(pollSensor);
  Poller.detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void movedBefore() {
  std::thread First(pollSensor);
  std::thread Second = std::move(First);
  Second.detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void alias() {
  std::thread Poller(pollSensor);
  auto &Alias = Poller;
  Alias.detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void pointer() {
  auto *Poller = new std::thread(pollSensor);
  Poller->detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  delete Poller;
}

void uniquePointer() {
  auto Poller = std::make_unique<std::thread>(pollSensor);
  Poller->detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void sharedPointer() {
  auto Poller = std::make_shared<std::thread>(pollSensor);
  Poller->detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void optionalHandle(bool Poll) {
  std::optional<std::thread> Poller;
  if (Poll)
    Poller.emplace(pollSensor);
  if (Poller)
    Poller->detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void lastElement(const std::vector<std::string> &Receivers) {
  std::vector<std::thread> Mailers;
  for (const std::string &To : Receivers) {
    Mailers.emplace_back(sendMail, To);
    Mailers.back().detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  }
}

void everyElement() {
  std::array<std::thread, 2> Pollers{std::thread(pollSensor),
                                     std::thread(pollSensor)};
  for (std::thread &Poller : Pollers)
    Poller.detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void elementOfMap() {
  std::map<int, std::thread> Pollers;
  Pollers.emplace(1, std::thread(pollSensor));
  for (auto &[Id, Poller] : Pollers)
    Poller.detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void algorithm() {
  std::vector<std::thread> Pollers;
  Pollers.emplace_back(pollSensor);
  std::for_each(Pollers.begin(), Pollers.end(), [](std::thread &Poller) {
    Poller.detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  });
}

void oneBranch(bool Wait) {
  std::thread Poller(pollSensor);
  if (Wait)
    Poller.join();
  else
    Poller.detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void lambdaCalledInPlace() {
  [] {
    std::thread(pollSensor).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  }();
}

class Watcher {
public:
  Watcher() : Poller(pollSensor) {}
  ~Watcher() {
    if (Poller.joinable())
      Poller.detach();
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  }

private:
  std::thread Poller;
};

static void letGo(std::thread &Handle) {
  Handle.detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void throughHelper() {
  std::thread Poller(pollSensor);
  letGo(Poller);
}

// Stays silent

void joined() {
  std::thread Poller(pollSensor);
  Poller.join();
}

void joinedByDestructor() { std::jthread Poller(pollSensor); }

std::thread returned() { return std::thread(pollSensor); }

void keep(std::thread Handle);

void handedOn() {
  std::thread Poller(pollSensor);
  keep(std::move(Poller));
}

std::vector<std::thread> Kept;

void stored() { Kept.emplace_back(pollSensor); }

void neverStarted() { std::thread Nothing; }
