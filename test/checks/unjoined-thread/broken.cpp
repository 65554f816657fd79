// RUN: %check %s joinery-unjoined-thread
// Code that does not compile takes nothing from the code around it.

#include <thread>

void pollSensor();
bool readConfig();

void before() {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  readConfig();
}

void broken() {
  std::thread Worker(pollSensor);
  Worker.unknownMember();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: {{.*}}unknownMember
  Worker.join();
}

class Broken {
public:
  Broken() : Worker(pollSensor) {}
  ~Broken() { finish(Worker); }
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: error: {{.*}}finish

private:
  std::thread Worker;
};

void joined() {
  std::thread Worker(pollSensor);
  Worker.join();
}

void after() {
  std::thread Worker(pollSensor);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  if (readConfig())
    Worker.join();
}
