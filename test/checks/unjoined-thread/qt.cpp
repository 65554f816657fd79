// REQUIRES: qt
// RUN: %check %s joinery-unjoined-thread -- -fPIC %qt
// A QThread that is destroyed while it runs ends the program; one that is made
// with new has another end.

#include <QThread>

void pollSensor();
bool readConfig();
QThread *sharedThread();

struct Poller : QThread {
  void run() override { pollSensor(); }
};

// Reports

void neverJoined() {
  Poller Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  Worker.start();
}

// A quit waits for nothing.
void askedToEnd() {
  Poller Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  Worker.start();
  Worker.quit();
}

void temporary() {
  Poller().start();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
}

// Stays silent

void waitedFor() {
  Poller Worker;
  Worker.start();
  readConfig();
  Worker.quit();
  Worker.wait();
}

void neverStarted() { Poller Worker; }

void onTheHeap() { (new Poller)->start(); }

void ofAnother() { sharedThread()->start(); }

void deletesItself() {
  auto *Worker = new Poller;
  QObject::connect(Worker, &QThread::finished, Worker, &QObject::deleteLater);
  Worker->start();
}

struct EndsItself : Poller {
  ~EndsItself() override {
    quit();
    wait();
  }
};

void joinedByDestructor() {
  EndsItself Worker;
  Worker.start();
}
