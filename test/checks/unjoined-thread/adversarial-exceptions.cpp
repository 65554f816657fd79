// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: exceptions fly, and every thread is joined all the same.

#include <exception>
#include <future>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

void runJob(int Id);
bool valid(const std::string &Text);
void note(const std::string &Line);

static int parse(const std::string &Text) {
  if (!valid(Text))
    throw std::invalid_argument(Text);
  return std::stoi(Text);
}

int caughtByBase(const std::string &Text) {
  std::thread Worker(runJob, 1);
  int Value = 0;
  try {
    Value = parse(Text);
  } catch (const std::exception &E) {
    note(E.what());
  }
  Worker.join();
  return Value;
}

int keptForLater(const std::string &Text) {
  std::thread Worker(runJob, 1);
  std::exception_ptr Failure;
  int Value = 0;
  try {
    Value = parse(Text);
  } catch (...) {
    Failure = std::current_exception();
  }
  Worker.join();
  if (Failure)
    std::rethrow_exception(Failure);
  return Value;
}

// Joins the started part when a later start fails.
std::vector<std::thread> startAll(const std::vector<std::string> &Texts) {
  std::vector<std::thread> Workers;
  try {
    for (const std::string &Text : Texts)
      Workers.emplace_back(runJob, parse(Text));
  } catch (...) {
    for (std::thread &Worker : Workers)
      Worker.join();
    throw;
  }
  return Workers;
}

int packaged(const std::string &Text) {
  std::packaged_task<int()> Task([&Text] { return parse(Text); });
  std::future<int> Value = Task.get_future();
  std::thread Worker(std::move(Task));
  Worker.join();
  return Value.get();
}

void checkedBefore(const std::map<std::string, int> &Settings) {
  const int Port = Settings.at("port");
  std::thread Worker(runJob, Port);
  Worker.join();
}

class Session {
public:
  explicit Session(const std::string &Text)
      : Id(parse(Text)), Runner(runJob, Id) {}
  ~Session() { Runner.join(); }

private:
  int Id;
  std::thread Runner;
};

int functionTry(const std::string &Text) try {
  return parse(Text);
} catch (const std::logic_error &) {
  return -1;
}

int throughFunctionTry(const std::string &Text) {
  std::thread Worker(runJob, 1);
  int Value = functionTry(Text);
  Worker.join();
  return Value;
}

void nestedTry(const std::string &Text) {
  std::thread Worker(runJob, 1);
  try {
    try {
      parse(Text);
    } catch (const std::out_of_range &) {
      note("out of range");
    }
  } catch (const std::logic_error &) {
    note("logic");
  }
  Worker.join();
}
