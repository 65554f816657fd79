// RUN: %check %s joinery-unjoined-thread
// A thread that some path destroys unjoined is reported where it is declared.

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

void pollSensor();
void readConfig();
void runJob(int Id);

// Reports

void neverJoined() {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  readConfig();
}

void temporary() {
  std::thread(runJob, 7);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
}

void temporaryInBraces() {
  std::thread{pollSensor};
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
}

void movedToAnother() {
  std::thread First(pollSensor);
  std::thread Second = std::move(First);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  readConfig();
}

void assignedAfterDeclaration() {
  std::thread Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  Worker = std::thread(pollSensor);
}

void assignedOver() {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  Worker = std::thread(runJob, 1);
  Worker.join();
}

void assignedOverInALoop() {
  std::thread Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  for (int Id = 0; Id < 3; ++Id)
    Worker = std::thread(runJob, Id);
  Worker.join();
}

void parameter(std::thread Worker) {
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  readConfig();
  if (Worker.joinable())
    readConfig();
}

void releasedPointer() {
  auto Worker = std::make_unique<std::thread>(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  Worker.release();
}

void uniquePointer() {
  auto Worker = std::make_unique<std::thread>(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  readConfig();
}

void optionalThread() {
  std::optional<std::thread> Worker(std::in_place, pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  readConfig();
}

void arrayOfThreads() {
  std::thread Workers[] = {std::thread(runJob, 1), std::thread(runJob, 2)};
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  readConfig();
}

void standardArray() {
  std::array<std::thread, 2> Workers{std::thread(runJob, 1),
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
                                     std::thread(runJob, 2)};
}

void vectorOfThreads() {
  std::vector<std::thread> Workers;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  for (int Id = 0; Id < 4; ++Id)
    Workers.emplace_back(runJob, Id);
}

void mapOfThreads() {
  std::map<std::string, std::thread> Workers;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  Workers.emplace("poll", std::thread(pollSensor));
}

struct Slot {
  int Id;
  std::thread Thread;
};

void structOfThread() {
  Slot Only{1, std::thread(runJob, 1)};
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  readConfig();
}

// Stays silent

void joined() {
  std::thread Worker(pollSensor);
  readConfig();
  Worker.join();
}

void detached() {
  std::thread Worker(pollSensor);
  Worker.detach();
}

void joinedWhenJoinable() {
  std::thread Worker(pollSensor);
  if (Worker.joinable())
    Worker.join();
}

void temporaryJoined() { std::thread(runJob, 8).join(); }

void neverStarted() { std::thread Nothing; }

void joiningThread() { std::jthread Worker(pollSensor); }

void temporaryJoiningThread() { std::jthread(runJob, 9); }

void assignedOverAfterJoin() {
  std::thread Worker(pollSensor);
  Worker.join();
  Worker = std::thread(runJob, 2);
  Worker.join();
}

void joinedInEachRound() {
  std::thread Worker;
  for (int Id = 0; Id < 3; ++Id) {
    Worker = std::thread(runJob, Id);
    Worker.join();
  }
}

void structJoined() {
  Slot Only{1, std::thread(runJob, 1)};
  Only.Thread.join();
}

void aliasJoined() {
  std::thread Worker(pollSensor);
  auto &Alias = Worker;
  Alias.join();
}
