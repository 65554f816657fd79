// RUN: %check %s joinery-unjoined-thread
// Threads in what std::make_pair and std::make_tuple make.

#include <map>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

void poll(int Id);

// Reports.

void inAPair() {
  auto Worker = std::make_pair(1, std::thread(poll, 1));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unjoined-thread]
}

void inATuple() {
  auto Worker = std::make_tuple(1, std::thread(poll, 1));
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unjoined-thread]
}

void insertedIntoAMap() {
  std::map<int, std::thread> Workers;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unjoined-thread]
  Workers.insert(std::make_pair(1, std::thread(poll, 1)));
}

void pushedBack() {
  std::vector<std::pair<int, std::thread>> Workers;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unjoined-thread]
  Workers.push_back(std::make_pair(1, std::thread(poll, 1)));
}

// Stays silent.

void joinedInAPair() {
  auto Worker = std::make_pair(1, std::thread(poll, 1));
  Worker.second.join();
}

void joinedInATuple() {
  auto Worker = std::make_tuple(1, std::thread(poll, 1));
  std::get<1>(Worker).join();
}

void bothAreJoined() {
  auto Workers = std::make_pair(std::thread(poll, 1), std::thread(poll, 2));
  Workers.first.join();
  Workers.second.join();
}

void joinedInAMap() {
  std::map<int, std::thread> Workers;
  Workers.insert(std::make_pair(1, std::thread(poll, 1)));
  for (auto &Worker : Workers)
    Worker.second.join();
}

void movedIntoAPair() {
  std::thread First(poll, 1);
  auto Worker = std::make_pair(1, std::move(First));
  Worker.second.join();
}

auto returned() { return std::make_pair(1, std::thread(poll, 1)); }

void ofTheCaller(std::map<int, std::thread> &Workers) {
  Workers.insert(std::make_pair(1, std::thread(poll, 1)));
}
