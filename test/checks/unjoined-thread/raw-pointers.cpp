// RUN: %check %s joinery-unjoined-thread
// Threads behind plain pointers: what counts is the delete.

#include <thread>
#include <vector>

void poll(int Id);
bool ready();

// Reports.

void deleted() {
  std::thread *Worker = new std::thread(poll, 1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unjoined-thread]
  delete Worker;
}

void joinedSometimes() {
  auto *Worker = new std::thread(poll, 1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unjoined-thread]
  if (ready())
    Worker->join();
  delete Worker;
}

class StartedByItsConstructor {
public:
  StartedByItsConstructor() : Worker(new std::thread(poll, 1)) {}
  ~StartedByItsConstructor() { delete Worker; }

private:
  std::thread *Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unjoined-thread]
};

class StartedByAMethod {
public:
  void start() { Worker = new std::thread(&StartedByAMethod::run, this); }
  ~StartedByAMethod() {
    Stop = true;
    delete Worker;
  }

private:
  void run();
  bool Stop = false;
  std::thread *Worker = nullptr;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unjoined-thread]
};

// Stays silent.

void joined() {
  std::thread *Worker = new std::thread(poll, 1);
  Worker->join();
  delete Worker;
}

void joinedWhenJoinable() {
  std::thread *Worker = new std::thread(poll, 1);
  if (Worker->joinable())
    Worker->join();
  delete Worker;
  Worker = nullptr;
}

void joinedOrDetached(bool Wait) {
  auto *Worker = new std::thread(poll, 1);
  if (Wait)
    Worker->join();
  else
    Worker->detach();
  delete Worker;
}

void runsAsLongAsTheProgram() { new std::thread(poll, 1); }

void keptForEver() {
  auto *Worker = new std::thread(poll, 1);
  (void)Worker;
}

void startedSometimes() {
  std::thread *Worker = nullptr;
  if (ready())
    Worker = new std::thread(poll, 1);
  if (Worker) {
    Worker->join();
    delete Worker;
  }
}

void several() {
  std::vector<std::thread *> Workers;
  for (int Id = 0; Id < 3; ++Id)
    Workers.push_back(new std::thread(poll, Id));
  for (std::thread *Worker : Workers) {
    Worker->join();
    delete Worker;
  }
}

void ofSomebodyElse(std::thread *Worker) { delete Worker; }

class JoinedByItsDestructor {
public:
  JoinedByItsDestructor() : Worker(new std::thread(poll, 1)) {}
  ~JoinedByItsDestructor() {
    Worker->join();
    delete Worker;
  }

private:
  std::thread *Worker;
};

class JoinedByStop {
public:
  void start() { Worker = new std::thread(&JoinedByStop::run, this); }
  void stop() {
    if (!Worker)
      return;
    Worker->join();
    delete Worker;
    Worker = nullptr;
  }
  ~JoinedByStop() { stop(); }

private:
  void run();
  std::thread *Worker = nullptr;
};

class NeverDeleted {
public:
  void start() { Worker = new std::thread(poll, 1); }

private:
  std::thread *Worker = nullptr;
};
