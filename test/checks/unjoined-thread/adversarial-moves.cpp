// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: handles that wander by swap, exchange and assignment.

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

void runJob(int Id);
bool readConfig();

void swappedAround() {
  std::thread First(runJob, 1);
  std::thread Second;
  First.swap(Second);
  Second.join();
}

void swappedTwice() {
  std::thread First(runJob, 1), Second;
  std::swap(First, Second);
  std::swap(First, Second);
  First.join();
}

void exchanged() {
  std::thread Current(runJob, 1);
  std::thread Old = std::exchange(Current, std::thread(runJob, 2));
  Old.join();
  Current.join();
}

void exchangedForNothing() {
  std::thread Current(runJob, 1);
  std::exchange(Current, {}).join();
}

void relay(int Rounds) {
  std::thread Previous;
  for (int Round = 0; Round < Rounds; ++Round) {
    std::thread Next(runJob, Round);
    if (Previous.joinable())
      Previous.join();
    Previous = std::move(Next);
  }
  if (Previous.joinable())
    Previous.join();
}

void optionalReset() {
  std::optional<std::thread> Worker{std::in_place, runJob, 1};
  if (Worker && Worker->joinable())
    Worker->join();
  Worker.reset();
}

void optionalTaken() {
  std::optional<std::thread> Worker;
  Worker = std::thread(runJob, 1);
  std::thread Taken = std::move(*Worker);
  Worker.reset();
  Taken.join();
}

void mapOfPointers() {
  std::map<std::string, std::unique_ptr<std::thread>> Workers;
  Workers["a"] = std::make_unique<std::thread>(runJob, 1);
  Workers.emplace("b", std::make_unique<std::thread>(runJob, 2));
  for (const auto &[Name, Worker] : Workers)
    if (Worker && Worker->joinable())
      Worker->join();
}

void foundInAMap() {
  std::map<int, std::thread> Workers;
  Workers.emplace(1, std::thread(runJob, 1));
  if (auto Found = Workers.find(1); Found != Workers.end()) {
    Found->second.join();
    Workers.erase(Found);
  }
}

void pairBound() {
  auto [Worker, Id] = std::make_pair(std::thread(runJob, 1), 1);
  Worker.join();
  (void)Id;
}

void tiedTogether() {
  std::thread Worker;
  int Id = 0;
  std::tie(Worker, Id) = std::make_tuple(std::thread(runJob, 1), 1);
  Worker.join();
}

void chosen(bool Fast) {
  std::thread Worker = Fast ? std::thread(runJob, 1) : std::thread(runJob, 2);
  Worker.join();
}

void heldByVariant() {
  std::variant<std::monostate, std::thread> Worker;
  Worker.emplace<std::thread>(runJob, 1);
  if (auto *Running = std::get_if<std::thread>(&Worker))
    Running->join();
}

void vectorMovedOn() {
  std::vector<std::thread> Started;
  Started.emplace_back(runJob, 1);
  std::vector<std::thread> Running = std::move(Started);
  for (std::thread &Worker : Running)
    Worker.join();
}

std::vector<std::thread> Graveyard;

void inserted() {
  std::vector<std::thread> Started;
  Started.emplace_back(runJob, 1);
  Graveyard.insert(Graveyard.end(), std::make_move_iterator(Started.begin()),
                   std::make_move_iterator(Started.end()));
}
