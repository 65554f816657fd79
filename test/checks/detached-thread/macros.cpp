// RUN: %check %s joinery-detached-thread
// A detach inside a macro is reported at each expansion.

#include <latch>
#include <thread>

void pollSensor();
void readConfig();

#define FIRE_AND_FORGET(...) std::thread(__VA_ARGS__).detach()
#define GIVE_UP(Handle)                                                        \
  do {                                                                         \
    if ((Handle).joinable())                                                   \
      (Handle).detach();                                                       \
  } while (false)
#define IN_BACKGROUND(Body) FIRE_AND_FORGET([=] { Body; })
#define JOIN(Handle) (Handle).join()
#define SPAWN(Name, ...) std::thread Name(__VA_ARGS__)

// Reports

void once() {
  FIRE_AND_FORGET(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void twice() {
  FIRE_AND_FORGET(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  FIRE_AND_FORGET(readConfig);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void nested() {
  IN_BACKGROUND(pollSensor());
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void severalStatements() {
  std::thread Poller(pollSensor);
  GIVE_UP(Poller);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void handleFromAMacro() {
  SPAWN(Poller, pollSensor);
  Poller.detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void lambdaAsArgument() {
  FIRE_AND_FORGET([] { pollSensor(); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

// Stays silent

void joined() {
  SPAWN(Poller, pollSensor);
  JOIN(Poller);
}

#define TRACKED(Latch, Call)                                                   \
  std::thread([&] {                                                            \
    Call;                                                                      \
    (Latch).count_down();                                                      \
  }).detach()

void tracked() {
  std::latch Done(1);
  TRACKED(Done, pollSensor());
  Done.wait();
}

#if 0
void notCompiled() { FIRE_AND_FORGET(pollSensor); }
#endif
