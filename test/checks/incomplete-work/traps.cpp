// RUN: %check %s joinery-incomplete-work
// Known traps for checkers, in one program that leaves nothing behind.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <future>
#include <memory>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

void print(int Page);
bool printerReady();

void reapAll(std::vector<std::thread> &Printers);

// The handle is handed to code that is not seen.
void handedOver() {
  std::vector<std::thread> Printers;
  Printers.emplace_back(print, 1);
  reapAll(Printers);
  std::exit(0);
}

// Started on one path, joined on the same.
void correlated() {
  std::thread Printer;
  if (printerReady())
    Printer = std::thread(print, 1);
  if (Printer.joinable())
    Printer.join();
  std::exit(0);
}

void joinedByAlgorithm() {
  std::vector<std::thread> Printers;
  for (int Page = 0; Page < 4; ++Page)
    Printers.emplace_back(print, Page);
  std::for_each(Printers.begin(), Printers.end(),
                std::mem_fn(&std::thread::join));
  std::exit(0);
}

// A child of fork has none of the threads.
int childLeaves() {
  pid_t Child = fork();
  if (Child == 0)
    _exit(0);
  int Status = 0;
  waitpid(Child, &Status, 0);
  return Status;
}

// What is merely called detach starts and leaves nothing.
class Shadow {
public:
  void detach();
};

void otherDetach(Shadow &S) {
  S.detach();
  std::exit(0);
}

// An exit before anything is started, in a function that starts later.
void usageFirst(bool Help) {
  if (Help)
    std::exit(2);
  std::thread Printer(print, 1);
  Printer.join();
}

// A task that is joined within another that is joined.
void nestedTasks() {
  std::thread Outer([] {
    std::thread Inner(print, 1);
    Inner.join();
  });
  Outer.join();
  std::exit(0);
}

int main() {
  auto Pages = std::async(std::launch::async, printerReady);
  std::packaged_task<void()> Task([] { print(3); });
  auto Done = Task.get_future();
  std::thread(std::move(Task)).detach();
  Done.wait();
  if (!Pages.get())
    return childLeaves();
  return EXIT_SUCCESS;
}
