// RUN: %check %s joinery-unbounded-spawn
// A suppression with its reason silences the line of the spawn, and no other.

#include <thread>
#include <vector>

int acceptConnection();
void serve(int Connection);

void without() {
  for (;;) {
    int Connection = acceptConnection();
    std::thread(serve, Connection).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
  }
}

void sameLine() {
  std::vector<std::jthread> Serving;
  for (;;) {
    int Connection = acceptConnection();
    // The balancer opens eight at most.
    Serving.emplace_back(serve, Connection); // NOLINT(joinery-unbounded-spawn)
  }
}

void nextLine() {
  for (;;) {
    int Connection = acceptConnection();
    // NOLINTNEXTLINE(joinery-unbounded-spawn): the balancer opens eight at most
    std::thread(serve, Connection).detach();
  }
}

// NOLINTBEGIN(joinery-unbounded-spawn): the balancer opens eight at most
void start(int Connection) { std::thread(serve, Connection).detach(); }
// NOLINTEND(joinery-unbounded-spawn)

void region() {
  for (;;)
    start(acceptConnection());
}

void anotherChecksName() {
  for (;;) {
    int Connection = acceptConnection();
    // NOLINTNEXTLINE(joinery-detached-thread): of another check
    std::thread(serve, Connection).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
  }
}

void atTheLoop() {
  for (;;) { // NOLINT(joinery-unbounded-spawn): a note's line
    int Connection = acceptConnection();
    std::thread(serve, Connection).detach();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
  }
}

void atTheDetach() {
  for (;;) {
    int Connection = acceptConnection();
    std::thread(serve, // The spawn begins here.
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
                Connection)
        .detach(); // NOLINT(joinery-unbounded-spawn): not the spawn's line
  }
}
