// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: main is a shell around a function that has waited for everything.

#include <cstdlib>
#include <exception>
#include <functional>
#include <latch>
#include <memory>
#include <semaphore>
#include <string>
#include <thread>
#include <utility>
#include <vector>

void index(const std::string &File);
int serve(int Argc, char **Argv);
void runAndWait(std::function<void()> Task);

static std::counting_semaphore<8> Slots(8);

static void indexLater(std::string File) {
  Slots.acquire();
  std::thread([File = std::move(File)] {
    index(File);
    Slots.release();
  }).detach();
}

static void waitForIndexers() {
  for (int I = 0; I < 8; ++I)
    Slots.acquire();
}

class Program {
public:
  Program(int Argc, char **Argv) : Args(Argv + 1, Argv + Argc) {}

  int operator()() {
    for (const std::string &Arg : Args)
      indexLater(Arg);
    const int Result = command();
    waitForIndexers();
    return Result;
  }

private:
  int command() {
    std::latch Ready(1);
    std::thread Preparer([&] {
      index("index");
      Ready.count_down();
    });
    Ready.wait();
    Preparer.join();
    return Args.empty() ? 1 : 0;
  }

  std::vector<std::string> Args;
};

using Command = int (*)(int, char **);

static int indexCommand(int Argc, char **Argv) { return Program(Argc, Argv)(); }

static const struct {
  const char *Name;
  Command Run;
} Commands[] = {{"index", indexCommand}, {"serve", serve}};

int main(int Argc, char **Argv) {
  if (Argc < 2)
    return EXIT_FAILURE;
  runAndWait([] { index("warm"); });
  for (const auto &C : Commands)
    if (std::string(Argv[1]) == C.Name)
      return C.Run(Argc - 1, Argv + 1);
  std::exit(EXIT_FAILURE);
}
