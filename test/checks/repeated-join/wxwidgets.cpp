// REQUIRES: wxwidgets
// RUN: %check %s joinery-repeated-join -- %wxwidgets
// Another wait for a wxThread returns what it returned.

#include <wx/thread.h>

void pollSensor();

struct Poller : wxThread {
  Poller() : wxThread(wxTHREAD_JOINABLE) {}
  void *Entry() override {
    pollSensor();
    return nullptr;
  }
};

// Stays silent

void deletedAndWaitedFor() {
  Poller Worker;
  Worker.Run();
  Worker.Delete();
  Worker.Wait();
}
