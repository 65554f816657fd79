// RUN: %check %s joinery-thread-exception-escape
// Tasks that let a visible exception out, and those that do not.

#include <any>
#include <functional>
#include <future>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <variant>
#include <vector>

void use(int Value);
int unseen(const std::string &Text);
void report(const char *What);

// Reports.

void throwsItself() {
  std::thread Worker([] { throw std::runtime_error("bad"); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
  Worker.join();
}

void check(int Value) {
  if (Value < 0)
    throw std::invalid_argument("negative");
}

void inACallee(int Value) {
  std::thread Worker(check, Value);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
  Worker.join();
}

void checkTwice(int Value) { check(Value + 1); }

void inACalleesCallee(int Value) {
  std::jthread Worker([Value] { checkTwice(Value); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
}

void byTheLibrary(const std::map<int, int> &Table) {
  std::jthread Worker([&Table] { use(Table.at(1)); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
}

void byAnEmptyOptional(std::optional<int> Value) {
  std::jthread Worker([Value] { use(Value.value()); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
}

void caughtAsAnotherType() {
  std::jthread Worker([] {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
    try {
      check(-1);
    } catch (const std::out_of_range &) {
      report("range");
    }
  });
}

void thrownAgain() {
  std::jthread Worker([] {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
    try {
      check(-1);
    } catch (...) {
      report("bad");
      throw;
    }
  });
}

struct Parser {
  std::string Text;
  void operator()() const { use(std::stoi(Text)); }
};

void functor() {
  std::jthread Worker(Parser{"1"});
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
}

class Service {
public:
  void start() {
    Worker = std::thread(&Service::run, this);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
  }
  void startBound() {
    Worker = std::thread(std::bind(&Service::run, this));
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
  }
  ~Service() { Worker.join(); }

private:
  void run() { use(Values.at(7)); }
  std::vector<int> Values;
  std::thread Worker;
};

void ofAnotherTask() {
  std::future<void> Checked = std::async(std::launch::async, check, -1);
  std::jthread Worker([&Checked] {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
    Checked.get();
  });
}

// Stays silent.

void caught() {
  std::jthread Worker([] {
    try {
      check(-1);
    } catch (const std::exception &) {
      report("bad");
    }
  });
}

void caughtByBase() {
  std::jthread Worker([] {
    try {
      check(-1);
    } catch (const std::logic_error &) {
    }
  });
}

void caughtInTheCallee() {
  struct Quiet {
    static void run() {
      try {
        check(-1);
      } catch (...) {
      }
    }
  };
  std::jthread Worker(Quiet::run);
}

void ofCodeThatIsNotSeen(const std::string &Text) {
  std::jthread Worker([Text] { use(unseen(Text)); });
}

void keptForTheFuture() {
  std::future<void> Checked = std::async(std::launch::async, check, -1);
  Checked.get();
}

void keptByAPackagedTask() {
  std::packaged_task<void()> Task([] { check(-1); });
  std::future<void> Result = Task.get_future();
  std::thread Worker(std::move(Task));
  Worker.join();
  Result.get();
}

void doesNotThrow() noexcept;

void noexceptEntry() { std::jthread Worker([]() noexcept { doesNotThrow(); }); }

void withoutTheThrowingForm(const std::map<int, int> &Table, std::any Value,
                            std::variant<int, char> Either) {
  std::jthread Worker([&Table, Value, Either] {
    if (auto Found = Table.find(1); Found != Table.end())
      use(Found->second);
    if (const int *Number = std::any_cast<int>(&Value))
      use(*Number);
    if (const int *Number = std::get_if<int>(&Either))
      use(*Number);
  });
}

void throwsOutsideOfTheTask(int Value) {
  std::jthread Worker([Value] { use(Value); });
  check(Value);
}

void caughtOfAnotherTask() {
  std::future<void> Checked = std::async(std::launch::async, check, -1);
  std::jthread Worker([&Checked] {
    try {
      Checked.get();
    } catch (const std::exception &) {
    }
  });
}
