// REQUIRES: wxwidgets
// RUN: %check %s joinery-unjoined-thread -- %wxwidgets
// A wxThread that is a variable or a member has to be joinable and joined; one
// that is made with new may be detached and delete itself.

#include <memory>
#include <wx/thread.h>

void pollSensor();
bool readConfig();

class Poller : public wxThread {
public:
  Poller() : wxThread(wxTHREAD_JOINABLE) {}
  void *Entry() override {
    while (!TestDestroy())
      pollSensor();
    return nullptr;
  }
};

// Reports

void neverJoined() {
  Poller Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  Worker.Run();
}

void skipped() {
  Poller Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  Worker.Run();
  if (!readConfig())
    return;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: note: {{.*}}
  Worker.Wait();
}

void ownedByPointer() {
  auto Worker = std::make_unique<Poller>();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  Worker->Run();
}

class Sensor {
  Poller Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]

public:
  void start() { Worker.Run(); }
};

// A kill waits for nothing.
void killed() {
  Poller Worker;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  Worker.Run();
  Worker.Kill();
}

// Stays silent

void waitedFor() {
  Poller Worker;
  Worker.Run();
  Worker.Wait();
}

// Of a joinable thread, Delete waits too.
void deleted() {
  Poller Worker;
  Worker.Run();
  readConfig();
  Worker.Delete();
}

void notStarted() {
  Poller Worker;
  if (Worker.Create() != wxTHREAD_NO_ERROR)
    return;
  if (Worker.Run() != wxTHREAD_NO_ERROR)
    return;
  Worker.Wait();
}

void neverRun() {
  Poller Worker;
  Worker.Create();
}

class Once : public wxThread {
public:
  void *Entry() override {
    pollSensor();
    return nullptr;
  }
};

void detached() { (new Once)->Run(); }

wxThread *sharedThread();

void ofAnother() { sharedThread()->Run(); }

void detachedOrGone() {
  auto *Worker = new Once;
  if (Worker->Run() != wxTHREAD_NO_ERROR)
    delete Worker;
}

void heapJoined() {
  auto *Worker = new Poller;
  Worker->Run();
  Worker->Wait();
  delete Worker;
}

class EndsItself : public Poller {
public:
  ~EndsItself() override { Delete(); }
};

void joinedByDestructor() {
  EndsItself Worker;
  Worker.Run();
}

class JoinedSensor {
  Poller Worker;

public:
  ~JoinedSensor() { Worker.Delete(); }
  void start() { Worker.Run(); }
};

class Helped : public wxThreadHelper {
public:
  ~Helped() override {
    if (GetThread() && GetThread()->IsRunning())
      GetThread()->Wait();
  }
  void *Entry() override {
    pollSensor();
    return nullptr;
  }
  void start() {
    if (CreateThread() == wxTHREAD_NO_ERROR)
      GetThread()->Run();
  }
};

void helped() {
  Helped Sensor;
  Sensor.start();
}
