// RUN: %check %s joinery-destroyed-before-join
// Handles that a loop joins, and handles of a base class.

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

int compute(int);
void handle(const std::string &);

struct Device {
  ~Device();
  int read();
};

// Reports

int neverJoined(int Count) {
  std::vector<std::jthread> Crew;
  std::vector<int> Results;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Results' is destroyed before 'Crew' joins the task that uses it; {{.*}} [joinery-destroyed-before-join]
  for (int I = 0; I < Count; ++I)
    Crew.emplace_back([&Results, I] { Results.push_back(compute(I)); });
  return 0;
}

class Runner {
protected:
  std::jthread Worker;
};

class Sampler : Runner {
public:
  Sampler() {
    Worker = std::jthread([this] { compute(Source.read()); });
  }

private:
  Device Source;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Source' is destroyed before 'Worker' joins the task that uses it; join in the destructor [joinery-destroyed-before-join]
  // CHECK: note: the handle is declared in a base class, which is destroyed after the members
};

// Stays silent

int joinedInALoop(int Count) {
  std::vector<std::jthread> Crew;
  std::vector<int> Results;
  for (int I = 0; I < Count; ++I)
    Crew.emplace_back([&Results, I] { Results.push_back(compute(I)); });
  for (auto &Worker : Crew)
    Worker.join();
  return Results.front();
}

int joinedByAnIndex(unsigned Count) {
  std::vector<std::jthread> Crew;
  std::vector<int> Results;
  for (unsigned I = 0; I < Count; ++I)
    Crew.emplace_back([&Results, I] { Results.push_back(compute(I)); });
  for (unsigned I = 0; I < Count && I < Crew.size(); ++I)
    if (Crew[I].joinable())
      Crew[I].join();
  return Results.front();
}

int cleared(int Count) {
  std::vector<std::jthread> Crew;
  std::vector<int> Results;
  for (int I = 0; I < Count; ++I)
    Crew.emplace_back([&Results, I] { Results.push_back(compute(I)); });
  Crew.clear();
  return Results.front();
}

class JoinedSampler : Runner {
public:
  JoinedSampler() {
    Worker = std::jthread([this] { compute(Source.read()); });
  }
  ~JoinedSampler() { Worker.join(); }

private:
  Device Source;
};

class StoppedByTheBase {
protected:
  void finish() {
    Worker.request_stop();
    if (Worker.joinable())
      Worker.join();
  }
  std::jthread Worker;
};

class FinishedSampler : StoppedByTheBase {
public:
  FinishedSampler() {
    Worker = std::jthread([this](std::stop_token Stop) {
      while (!Stop.stop_requested())
        compute(Source.read());
    });
  }
  ~FinishedSampler() { finish(); }

private:
  Device Source;
};

class MemberOfTheBase {
protected:
  Device Source;
  std::jthread Worker;
};

class UsesTheBase : MemberOfTheBase {
public:
  UsesTheBase() {
    Worker = std::jthread([this] { compute(Source.read()); });
  }

private:
  std::string Name;
};
