// RUN: %check %s joinery-unjoined-thread
// Exceptions that are caught, unseen, or cannot come while the thread runs.

#include <any>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <variant>
#include <vector>

void pollSensor();
void readConfig();
bool valid(const std::string &Text);
void quiet() noexcept;

static void check(const std::string &Text) {
  if (!valid(Text))
    throw std::runtime_error("invalid " + Text);
}

// Stays silent

void unseenCallsDoNotCount() {
  std::thread Worker(pollSensor);
  readConfig();
  quiet();
  Worker.join();
}

void throwsBeforeTheStart(const std::string &Text) {
  check(Text);
  std::thread Worker(pollSensor);
  Worker.join();
}

void throwsAfterTheJoin(const std::string &Text) {
  std::thread Worker(pollSensor);
  Worker.join();
  check(Text);
}

void caughtInside(const std::string &Text) {
  std::thread Worker(pollSensor);
  try {
    check(Text);
  } catch (const std::exception &) {
    readConfig();
  }
  Worker.join();
}

static bool checked(const std::string &Text) {
  try {
    check(Text);
    return true;
  } catch (...) {
    return false;
  }
}

bool caughtByTheHelper(const std::string &Text) {
  std::thread Worker(pollSensor);
  bool Good = checked(Text);
  Worker.join();
  return Good;
}

void joinedBeforeThrowingOn(const std::string &Text) {
  std::thread Worker(pollSensor);
  try {
    check(Text);
  } catch (...) {
    Worker.join();
    throw;
  }
  Worker.join();
}

void joinedBeforeTheThrow(const std::string &Text) {
  std::thread Worker(pollSensor);
  if (!valid(Text)) {
    Worker.join();
    throw std::invalid_argument(Text);
  }
  Worker.join();
}

void joiningThread(const std::string &Text) {
  std::jthread Worker(pollSensor);
  check(Text);
}

// These forms return null or a default instead of throwing.
int formsThatDoNotThrow(const std::any &Any, const std::optional<int> &Maybe,
                        const std::variant<int, char> &Either,
                        const std::vector<int> &Values) {
  std::thread Worker(pollSensor);
  const int *FromAny = std::any_cast<int>(&Any);
  const int *FromEither = std::get_if<int>(&Either);
  int Sum = Maybe.value_or(1) + (FromAny ? *FromAny : 0) +
            (FromEither ? *FromEither : 0) + (Values.empty() ? 0 : Values[0]);
  Worker.join();
  return Sum;
}

// The throw belongs to a lambda that only the thread or nobody runs.
void throwOfAnotherFunction(const std::string &Text) {
  auto Strict = [&Text] { check(Text); };
  std::thread Worker([&Strict] {
    try {
      Strict();
    } catch (const std::exception &) {
      readConfig();
    }
  });
  Worker.join();
}

void throwInTheEntry(const std::string &Text) {
  std::thread Worker([&Text] { check(Text); });
  Worker.join();
}

class Joiner {
public:
  explicit Joiner(std::thread &Handle) : Handle(Handle) {}
  ~Joiner() {
    if (Handle.joinable())
      Handle.join();
  }
  Joiner(const Joiner &) = delete;
  Joiner &operator=(const Joiner &) = delete;

private:
  std::thread &Handle;
};

void guarded(const std::string &Text) {
  std::thread Worker(pollSensor);
  Joiner Join(Worker);
  check(Text);
}

bool catchBlockJoins(const std::string &Text) {
  std::thread Worker(pollSensor);
  try {
    check(Text);
    Worker.join();
  } catch (const std::runtime_error &) {
    Worker.join();
    return false;
  }
  return true;
}
