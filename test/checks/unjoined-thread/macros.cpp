// RUN: %check %s joinery-unjoined-thread
// A thread declared by a macro is reported at the expansion.

#include <thread>

void pollSensor();
bool readConfig();

#define SPAWN(Name, ...) std::thread Name(__VA_ARGS__)
#define START_AND_FORGET(...)                                                  \
  std::thread { __VA_ARGS__ }
#define RETURN_IF_NOT(Condition)                                               \
  do {                                                                         \
    if (!(Condition))                                                          \
      return;                                                                  \
  } while (false)
#define JOIN_AND_RETURN(Handle)                                                \
  do {                                                                         \
    (Handle).join();                                                           \
    return;                                                                    \
  } while (false)
#define WORKER_MEMBER(Name) std::thread Name

// Reports

void declaredByMacro() {
  SPAWN(Worker, pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  readConfig();
}

void temporaryByMacro() {
  START_AND_FORGET(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
}

void returnHiddenInAMacro() {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  RETURN_IF_NOT(readConfig());
  Worker.join();
}

class Poller {
public:
  void start() { Worker = std::thread(pollSensor); }

private:
  WORKER_MEMBER(Worker);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
};

// Stays silent

void joinedByMacro() {
  SPAWN(Worker, pollSensor);
  if (!readConfig())
    JOIN_AND_RETURN(Worker);
  JOIN_AND_RETURN(Worker);
}

#ifdef POLL_IN_FOREGROUND
#define START_POLLER(Name) std::thread Name
#else
#define START_POLLER(Name) std::thread Name(pollSensor)
#endif

void byConfiguration() {
  START_POLLER(Worker);
  readConfig();
  if (Worker.joinable())
    Worker.join();
}
