// RUN: %check %s --model=%S/Inputs/signal.yaml joinery-*

// A stop signal that may be closed once. The second close is an error wherever
// it is made.

namespace app {
class Signal {
public:
  void raise();
  void await();
  void close();
};
} // namespace app

bool idle();
void work();

// Reports: closed on one path, and then on every path.

void closedTwice(app::Signal &Stop) {
  if (idle())
    Stop.close();
  work();
  Stop.close();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-channel-close]
}

// Reports: the helper has closed it.

void finish(app::Signal &Stop) {
  work();
  Stop.close();
}

void closedByAHelper(app::Signal &Stop) {
  finish(Stop);
  Stop.close();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-channel-close]
}

// Stays silent: once on each path.

void closedOnce(app::Signal &Stop) {
  if (idle()) {
    Stop.close();
    return;
  }
  work();
  Stop.close();
}

// Stays silent: it is remembered that it was closed.

void closedUnlessClosed(app::Signal &Stop) {
  bool Closed = false;
  if (idle()) {
    Stop.close();
    Closed = true;
  }
  work();
  if (!Closed)
    Stop.close();
}

// Stays silent: two signals, one close each.

void closedBoth(app::Signal &Stop, app::Signal &Pause) {
  Pause.close();
  Stop.close();
}

// Stays silent: the destructor is the one place that closes it.

class Owner {
public:
  ~Owner() { Stop.close(); }
  void run() { work(); }

private:
  app::Signal Stop;
};
