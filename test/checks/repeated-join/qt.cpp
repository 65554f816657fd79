// REQUIRES: qt
// RUN: %check %s joinery-repeated-join -- -fPIC %qt
// Another wait for a QThread returns at once.

#include <QThread>

void pollSensor();

struct Poller : QThread {
  void run() override { pollSensor(); }
};

// Stays silent

void waitedTwice() {
  Poller Worker;
  Worker.start();
  Worker.wait();
  Worker.wait();
}

void startedAgain() {
  Poller Worker;
  Worker.start();
  Worker.wait();
  Worker.start();
  Worker.wait();
}
