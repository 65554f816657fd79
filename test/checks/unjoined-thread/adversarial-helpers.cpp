// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: the join stands in a helper that takes a span, a range, a pointer.

#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <thread>
#include <utility>
#include <vector>

void runJob(int Id);
bool readConfig();

static void joinAll(std::span<std::thread> Workers) {
  for (std::thread &Worker : Workers)
    if (Worker.joinable())
      Worker.join();
}

static void joinEach(std::vector<std::thread> &Workers) {
  while (!Workers.empty()) {
    std::thread Last = std::move(Workers.back());
    Workers.pop_back();
    Last.join();
  }
}

static void joinBetween(std::thread *First, std::thread *Last) {
  for (; First != Last; ++First)
    First->join();
}

static void joinThese(std::initializer_list<std::thread *> Workers) {
  for (std::thread *Worker : Workers)
    Worker->join();
}

static void joinWrapped(std::vector<std::reference_wrapper<std::thread>> All) {
  for (std::thread &Worker : All)
    Worker.join();
}

static void consume(std::thread Worker) { Worker.join(); }

static bool joinIfRunning(std::thread &Worker) {
  if (!Worker.joinable())
    return false;
  Worker.join();
  return true;
}

template <typename Range> void joinRange(Range &&Workers) {
  for (auto &&Worker : Workers)
    std::forward<decltype(Worker)>(Worker).join();
}

void span() {
  std::thread Workers[3];
  for (int Id = 0; Id < 3; ++Id)
    Workers[Id] = std::thread(runJob, Id);
  readConfig();
  joinAll(Workers);
}

void vectorDrained() {
  std::vector<std::thread> Workers;
  for (int Id = 0; Id < 3; ++Id)
    Workers.emplace_back(runJob, Id);
  joinEach(Workers);
}

void pointers() {
  std::vector<std::thread> Workers;
  Workers.emplace_back(runJob, 1);
  joinBetween(Workers.data(), Workers.data() + Workers.size());
}

void listOfPointers() {
  std::thread Reader(runJob, 1), Writer(runJob, 2);
  joinThese({&Reader, &Writer});
}

void wrapped() {
  std::thread Reader(runJob, 1), Writer(runJob, 2);
  joinWrapped({Reader, Writer});
}

void consumed() {
  std::thread Worker(runJob, 1);
  consume(std::move(Worker));
  consume(std::thread(runJob, 2));
}

bool asked() {
  std::thread Worker;
  if (readConfig())
    Worker = std::thread(runJob, 1);
  return joinIfRunning(Worker);
}

void range() {
  std::vector<std::thread> Workers;
  Workers.emplace_back(runJob, 1);
  joinRange(Workers);
  joinRange(std::vector<std::thread>{});
}
