// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: flags, counts and enums that say what runs.

#include <atomic>
#include <cstddef>
#include <optional>
#include <thread>
#include <vector>

void runJob(int Id);
bool readConfig();

enum class Mode { Inline, Background };

void byEnum(Mode Chosen) {
  std::thread Worker;
  if (Chosen == Mode::Background)
    Worker = std::thread(runJob, 1);
  else
    runJob(1);
  readConfig();
  if (Chosen == Mode::Background)
    Worker.join();
}

void byFlag() {
  std::thread Worker;
  bool Started = false;
  if (readConfig()) {
    Worker = std::thread(runJob, 1);
    Started = true;
  }
  readConfig();
  if (!Started)
    return;
  Worker.join();
}

void byNegatedFlag(bool Inline) {
  std::thread Worker;
  if (!Inline)
    Worker = std::thread(runJob, 1);
  if (Inline) {
    runJob(1);
    return;
  }
  Worker.join();
}

void byId() {
  std::thread Worker;
  if (readConfig())
    Worker = std::thread(runJob, 1);
  if (Worker.get_id() != std::thread::id{})
    Worker.join();
}

void byPointer() {
  std::thread Worker;
  std::thread *Running = nullptr;
  if (readConfig()) {
    Worker = std::thread(runJob, 1);
    Running = &Worker;
  }
  if (Running)
    Running->join();
}

void byCount(std::size_t Wanted) {
  std::thread Workers[8];
  std::size_t Started = 0;
  while (Started < Wanted && Started < 8) {
    Workers[Started] = std::thread(runJob, static_cast<int>(Started));
    ++Started;
  }
  while (Started > 0)
    Workers[--Started].join();
}

void bySwitch(int Kind) {
  std::thread Worker;
  switch (Kind) {
  case 1:
    Worker = std::thread(runJob, 1);
    break;
  case 2:
    Worker = std::thread(runJob, 2);
    break;
  default:
    return;
  }
  Worker.join();
}

void byStoredTest() {
  std::thread Worker;
  if (readConfig())
    Worker = std::thread(runJob, 1);
  const bool Running = Worker.joinable();
  readConfig();
  if (Running)
    Worker.join();
}

void byShortCircuit(bool Verbose) {
  std::thread Worker(runJob, 1);
  if (Worker.joinable() && (Worker.join(), Verbose))
    readConfig();
}

void byLoopExit() {
  std::thread Worker(runJob, 1);
  while (true) {
    if (!readConfig()) {
      Worker.join();
      return;
    }
  }
}

void doOnce() {
  std::thread Worker(runJob, 1);
  do {
    if (!readConfig())
      break;
    runJob(2);
  } while (false);
  Worker.join();
}

void byHalves(std::size_t Count) {
  std::vector<std::thread> Workers;
  for (std::size_t I = 0; I < Count; ++I)
    Workers.emplace_back(runJob, static_cast<int>(I));
  for (std::size_t I = 0; I < Count / 2; ++I)
    Workers[I].join();
  for (std::size_t I = Count / 2; I < Count; ++I)
    Workers[I].join();
}
