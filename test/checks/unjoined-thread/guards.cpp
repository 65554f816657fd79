// RUN: %check %s joinery-unjoined-thread
// Guards and wrappers are known by what their destructors do.

#include <functional>
#include <memory>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

void pollSensor();
void runJob(int Id);
bool readConfig();
void note(const char *What);

class JoinByReference {
public:
  explicit JoinByReference(std::thread &Handle) : Handle(Handle) {}
  ~JoinByReference() {
    if (Handle.joinable())
      Handle.join();
  }

private:
  std::thread &Handle;
};

class OwningWrapper {
public:
  explicit OwningWrapper(std::thread Handle) : Handle(std::move(Handle)) {}
  ~OwningWrapper() { finish(); }

private:
  void finish() {
    if (Handle.joinable())
      Handle.join();
  }
  std::thread Handle;
};

class DetachByReference {
public:
  explicit DetachByReference(std::thread &Handle) : Handle(&Handle) {}
  ~DetachByReference() { Handle->detach(); }

private:
  std::thread *Handle;
};

class JoinAll {
public:
  explicit JoinAll(std::vector<std::thread> &Handles) : Handles(Handles) {}
  ~JoinAll() {
    for (std::thread &Handle : Handles)
      if (Handle.joinable())
        Handle.join();
  }

private:
  std::vector<std::thread> &Handles;
};

template <typename Action> class AtScopeEnd {
public:
  explicit AtScopeEnd(Action Act) : Act(std::move(Act)) {}
  ~AtScopeEnd() { Act(); }

private:
  Action Act;
};

class AnyAtScopeEnd {
public:
  explicit AnyAtScopeEnd(std::function<void()> Act) : Act(std::move(Act)) {}
  ~AnyAtScopeEnd() {
    if (Act)
      Act();
  }

private:
  std::function<void()> Act;
};

// Looks like a guard, and only writes a line.
class NoteAtEnd {
public:
  explicit NoteAtEnd(std::thread &Handle) : Handle(Handle) {}
  ~NoteAtEnd() { note(Handle.joinable() ? "running" : "done"); }

private:
  std::thread &Handle;
};

// Reports

bool guardThatDoesNotJoin() {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  NoteAtEnd Note(Worker);
  return readConfig();
}

bool guardOfAnotherThread() {
  std::thread Reader(runJob, 1);
  std::thread Writer(runJob, 2);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  JoinByReference Join(Reader);
  return readConfig();
}

bool guardInAnInnerScope(bool Wait) {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  if (Wait) {
    JoinByReference Join(Worker);
    readConfig();
  }
  return readConfig();
}

// Stays silent

bool joinedByReference() {
  std::thread Worker(pollSensor);
  JoinByReference Join(Worker);
  if (!readConfig())
    throw std::runtime_error("no config");
  return true;
}

bool joinedByOwner() {
  OwningWrapper Worker(std::thread{pollSensor});
  return readConfig();
}

bool movedIntoOwner() {
  std::thread Handle(pollSensor);
  OwningWrapper Worker(std::move(Handle));
  return readConfig();
}

bool detachedByGuard() {
  std::thread Worker(pollSensor);
  DetachByReference LetGo(Worker);
  return readConfig();
}

bool guardedBeforeTheStart() {
  std::vector<std::thread> Workers;
  JoinAll Join(Workers);
  for (int Id = 0; Id < 4; ++Id)
    Workers.emplace_back(runJob, Id);
  return readConfig();
}

bool scopeEnd() {
  std::thread Worker(pollSensor);
  AtScopeEnd Join([&Worker] { Worker.join(); });
  return readConfig();
}

bool scopeEndWithFunction() {
  std::thread Worker(pollSensor);
  AnyAtScopeEnd Join([&] {
    if (Worker.joinable())
      Worker.join();
  });
  return readConfig();
}

bool customDeleter() {
  auto Join = [](std::thread *Handle) {
    Handle->join();
    delete Handle;
  };
  std::unique_ptr<std::thread, decltype(Join)> Worker(
      new std::thread(pollSensor), Join);
  return readConfig();
}

// A deleter that joins is part of the pointer's type.
struct JoinAndDelete {
  void operator()(std::thread *Handle) const {
    Handle->join();
    delete Handle;
  }
};

bool deleterClass() {
  std::unique_ptr<std::thread, JoinAndDelete> Worker(
      new std::thread(pollSensor));
  return readConfig();
}

class HasDeleterClass {
public:
  HasDeleterClass() : Worker(new std::thread(pollSensor)) {}

private:
  std::unique_ptr<std::thread, JoinAndDelete> Worker;
};

bool sharedWithDeleter() {
  std::shared_ptr<std::thread> Worker(new std::thread(pollSensor),
                                      [](std::thread *Handle) {
                                        Handle->join();
                                        delete Handle;
                                      });
  return readConfig();
}

bool localGuard() {
  std::thread Worker(pollSensor);
  struct Joiner {
    std::thread &Handle;
    ~Joiner() { Handle.join(); }
  } Join{Worker};
  return readConfig();
}
