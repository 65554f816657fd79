// RUN: %check %s joinery-unjoined-thread
// A container takes over the duty of its threads, and a loop discharges it.

#include <algorithm>
#include <array>
#include <cstddef>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <ranges>
#include <string>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

void runJob(int Id);
bool accepted(int Id);

// Reports

void returnsBeforeTheLoop(int Count) {
  std::vector<std::thread> Workers;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  for (int Id = 0; Id < Count; ++Id)
    Workers.emplace_back(runJob, Id);
  if (!accepted(Count))
    return;
  for (std::thread &Worker : Workers)
    Worker.join();
}

void poppedUnjoined() {
  std::vector<std::thread> Workers;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  Workers.emplace_back(runJob, 1);
  Workers.pop_back();
}

void clearedUnjoined() {
  std::list<std::thread> Workers;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  Workers.emplace_back(runJob, 1);
  Workers.clear();
}

// Stays silent

void rangeFor(int Count) {
  std::vector<std::thread> Workers;
  for (int Id = 0; Id < Count; ++Id)
    Workers.push_back(std::thread(runJob, Id));
  for (auto &Worker : Workers)
    Worker.join();
}

void indexLoop(int Count) {
  std::vector<std::thread> Workers(Count);
  for (int Id = 0; Id < Count; ++Id)
    Workers[Id] = std::thread(runJob, Id);
  for (std::size_t I = 0; I != Workers.size(); ++I)
    Workers[I].join();
}

void iteratorLoop(int Count) {
  std::deque<std::thread> Workers;
  for (int Id = 0; Id < Count; ++Id)
    Workers.emplace_back(runJob, Id);
  for (auto It = Workers.begin(); It != Workers.end(); ++It)
    It->join();
}

void plainArray() {
  std::thread Workers[4];
  for (int Id = 0; Id < 4; ++Id)
    Workers[Id] = std::thread(runJob, Id);
  for (std::thread &Worker : Workers)
    Worker.join();
}

void forEachLambda(int Count) {
  std::vector<std::thread> Workers;
  for (int Id = 0; Id < Count; ++Id)
    Workers.emplace_back(runJob, Id);
  std::for_each(Workers.begin(), Workers.end(),
                [](std::thread &Worker) { Worker.join(); });
}

void forEachMember(int Count) {
  std::vector<std::thread> Workers;
  for (int Id = 0; Id < Count; ++Id)
    Workers.emplace_back(runJob, Id);
  std::for_each(Workers.begin(), Workers.end(),
                std::mem_fn(&std::thread::join));
}

void rangesForEach(int Count) {
  std::vector<std::thread> Workers;
  for (int Id = 0; Id < Count; ++Id)
    Workers.emplace_back(runJob, Id);
  std::ranges::for_each(Workers, &std::thread::join);
}

void structuredBinding() {
  std::map<std::string, std::thread> Workers;
  Workers["first"] = std::thread(runJob, 1);
  Workers.try_emplace("second", runJob, 2);
  for (auto &[Name, Worker] : Workers)
    Worker.join();
}

void pointersInAVector(int Count) {
  std::vector<std::unique_ptr<std::thread>> Workers;
  for (int Id = 0; Id < Count; ++Id)
    Workers.push_back(std::make_unique<std::thread>(runJob, Id));
  for (const auto &Worker : Workers)
    Worker->join();
}

void poppedOneByOne(int Count) {
  std::vector<std::thread> Workers;
  for (int Id = 0; Id < Count; ++Id)
    Workers.emplace_back(runJob, Id);
  while (!Workers.empty()) {
    Workers.back().join();
    Workers.pop_back();
  }
}

void movedIntoTheContainer() {
  std::vector<std::thread> Workers;
  std::thread Worker(runJob, 1);
  Workers.push_back(std::move(Worker));
  Workers.front().join();
}

void optionalEngaged(bool Start) {
  std::optional<std::thread> Worker;
  if (Start)
    Worker.emplace(runJob, 1);
  if (Worker)
    Worker->join();
}

void tupleOfThreads() {
  std::tuple<std::thread, int> Worker(std::thread(runJob, 1), 1);
  std::get<0>(Worker).join();
}

std::vector<std::thread> returnedContainer(int Count) {
  std::vector<std::thread> Workers;
  for (int Id = 0; Id < Count; ++Id)
    Workers.emplace_back(runJob, Id);
  return Workers;
}

void joinThem(std::vector<std::thread> &Workers);

void joinedByAnUnseenCallee() {
  std::vector<std::thread> Workers;
  Workers.emplace_back(runJob, 1);
  joinThem(Workers);
}

void vectorOfJoiningThreads(int Count) {
  std::vector<std::jthread> Workers;
  for (int Id = 0; Id < Count; ++Id)
    Workers.emplace_back(runJob, Id);
}

void clearedAfterTheJoin() {
  std::list<std::thread> Workers;
  Workers.emplace_back(runJob, 1);
  Workers.front().join();
  Workers.clear();
}
