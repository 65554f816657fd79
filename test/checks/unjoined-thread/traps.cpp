// RUN: %check %s joinery-unjoined-thread
// Known traps for checkers: each thread here is joined, owned or excused.

#include <algorithm>
#include <atomic>
#include <cassert>
#include <csetjmp>
#include <exception>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

void print(int Page);
bool printerReady();
void logLine(const std::string &Line);

// Correlated conditions.

void startedAndJoinedUnderOneCondition(bool Background) {
  std::thread Printer;
  if (Background)
    Printer = std::thread(print, 1);
  print(2);
  if (Printer.joinable())
    Printer.join();
}

void sameFlagTwice(const bool Background) {
  std::thread Printer;
  if (Background)
    Printer = std::thread(print, 1);
  print(2);
  if (Background)
    Printer.join();
}

void returnsWhenNothingRuns() {
  std::thread Printer;
  if (printerReady())
    Printer = std::thread(print, 1);
  if (!Printer.joinable())
    return;
  Printer.join();
}

// Ownership moved.

void swapped(std::thread &Slot) {
  std::thread Printer(print, 1);
  Slot.swap(Printer);
  if (Printer.joinable())
    Printer.join();
}

void swappedByStd(std::thread &Slot) {
  std::thread Printer(print, 1);
  std::swap(Slot, Printer);
  if (Printer.joinable())
    Printer.join();
}

std::thread Current;

void exchangedOut() {
  std::thread Old = std::exchange(Current, std::thread(print, 1));
  if (Old.joinable())
    Old.join();
}

void intoALambda() {
  std::thread Printer(print, 1);
  auto Finish = [Printer = std::move(Printer)]() mutable { Printer.join(); };
  Finish();
}

std::unique_ptr<std::thread> onTheHeap() {
  std::thread Printer(print, 1);
  return std::make_unique<std::thread>(std::move(Printer));
}

struct Job {
  std::string File;
  std::thread Printer;
};

Job inAStruct(std::string File) {
  std::thread Printer(print, 1);
  return Job{std::move(File), std::move(Printer)};
}

// Handed to a callee.

void reap(std::thread Printer);
void reapLater(std::thread &&Printer);
void reapAll(std::vector<std::thread> &Printers);

void byValue() { reap(std::thread(print, 1)); }

void byRvalue() {
  std::thread Printer(print, 1);
  reapLater(std::move(Printer));
}

void byReference() {
  std::vector<std::thread> Printers;
  Printers.emplace_back(print, 1);
  reapAll(Printers);
}

// Threads of the process.

static std::thread Heartbeat;

void beat() { Heartbeat = std::thread(print, 0); }

class Service {
public:
  static Service &instance() {
    static auto &Only = *new Service;
    return Only;
  }
  Service(const Service &) = delete;
  ~Service() = delete;

private:
  Service() : Runner([] { print(0); }) {}
  std::thread Runner;
};

void leakedOnPurpose() {
  static auto *Runner = new std::thread(print, 0);
  (void)Runner;
}

// Paths that never return.

[[noreturn]] void die(const std::string &Why);

int readyOrDead(int Tray) {
  std::thread Printer(print, 1);
  switch (Tray) {
  case 1:
    print(2);
    break;
  case 2:
    if (!printerReady())
      die("no paper");
    break;
  default:
    assert(false && "unknown tray");
    __builtin_unreachable();
  }
  Printer.join();
  return Tray;
}

std::jmp_buf OnJam;

void jumpsBeforeTheStart() {
  if (!printerReady())
    std::longjmp(OnJam, 1);
  std::thread Printer(print, 1);
  Printer.join();
}

void childOfAFork() {
  if (fork() == 0) {
    execlp("lpr", "lpr", static_cast<char *>(nullptr));
    _exit(127);
  }
  std::thread Printer(print, 1);
  Printer.join();
}

// Every captured object is declared before the thread and joined in scope.
int capturedByReference() {
  int Pages = 0;
  std::string Name = "tray";
  std::thread Printer([&] { Pages += static_cast<int>(Name.size()); });
  Printer.join();
  return Pages;
}

// A tracked or blessed detach is no missing join.
void detachedHere() { std::thread(print, 1).detach(); }

void taskAsThread() {
  std::packaged_task<void(int)> Task(print);
  auto Done = Task.get_future();
  std::thread Printer(std::move(Task), 1);
  Done.wait();
  Printer.join();
}
