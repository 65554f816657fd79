// RUN: %check %s joinery-unjoined-thread
// A visible throw between start and join destroys the thread unjoined.

#include <any>
#include <exception>
#include <future>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <variant>
#include <vector>

void pollSensor();
void readConfig();
bool valid(const std::string &Text);

// Reports

void throwsItself(const std::string &Text) {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  if (!valid(Text))
    throw std::invalid_argument(Text);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: note: {{.*}}
  Worker.join();
}

void elementOutOfRange(const std::vector<int> &Values) {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  int First = Values.at(0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: note: {{.*}}
  Worker.join();
  (void)First;
}

int notANumber(const std::string &Text) {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  int Number = std::stoi(Text);
  Worker.join();
  return Number;
}

int keyMissing(const std::map<std::string, int> &Settings) {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  int Port = Settings.at("port");
  Worker.join();
  return Port;
}

int nothingThere(const std::optional<int> &Port) {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  int Number = Port.value();
  Worker.join();
  return Number;
}

int wrongAny(const std::any &Setting) {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  int Number = std::any_cast<int>(Setting);
  Worker.join();
  return Number;
}

int wrongAlternative(const std::variant<int, std::string> &Setting) {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  int Number = std::get<int>(Setting);
  Worker.join();
  return Number;
}

static void check(const std::string &Text) {
  if (!valid(Text))
    throw std::runtime_error("invalid " + Text);
}

static void checkAll(const std::vector<std::string> &Texts) {
  for (const std::string &Text : Texts)
    check(Text);
}

void helperThrows(const std::vector<std::string> &Texts) {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  checkAll(Texts);
  Worker.join();
}

void caughtAsAnotherType(const std::string &Text) {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  try {
    check(Text);
  } catch (const std::logic_error &) {
  }
  Worker.join();
}

void thrownOn(const std::string &Text) {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  try {
    check(Text);
  } catch (...) {
    readConfig();
    throw;
  }
  Worker.join();
}

int resultOfAThrowingTask(const std::string &Text) {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  auto Size = std::async(std::launch::async, [&Text] {
    if (Text.empty())
      throw std::length_error("empty");
    return 1;
  });
  int Result = Size.get();
  Worker.join();
  return Result;
}
