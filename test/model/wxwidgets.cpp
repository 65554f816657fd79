// REQUIRES: wxwidgets
// RUN: %prove-model wxWidgets %wxwidgets %s

// Names every type, member and function that libraries/wxwidgets.yaml models.

#include <wx/msgqueue.h>
#include <wx/thread.h>
#include <wx/utils.h>

class Worker : public wxThread {
public:
  Worker() : wxThread(wxTHREAD_JOINABLE) {}
  void *Entry() override {
    (void)TestDestroy();
    Exit();
    return nullptr;
  }
};

class Owner : public wxThreadHelper {
public:
  void *Entry() override { return nullptr; }
};

void threads(Owner &Owner) {
  Worker Thread;
  Thread.Run();
  Thread.IsAlive();
  Thread.IsRunning();
  Thread.Delete();
  Thread.Wait();
  Thread.Kill();
  Owner.CreateThread();
  Owner.GetThread();
  wxThread::Sleep(1);
  wxMilliSleep(1);
  wxMicroSleep(1);
  wxSleep(1);
  wxThread::This();
  wxThread::GetCurrentId();
}

void coordination() {
  wxMessageQueue<int> Queue;
  int Value = 0;
  Queue.Post(Value);
  Queue.Receive(Value);
  Queue.ReceiveTimeout(1, Value);
  wxSemaphore Semaphore;
  Semaphore.Post();
  Semaphore.Wait();
  Semaphore.TryWait();
  Semaphore.WaitTimeout(1);
  wxMutex Mutex;
  wxMutexLocker Lock(Mutex);
  wxCriticalSection Section;
  wxCriticalSectionLocker Locker(Section);
  wxCondition Condition(Mutex);
  Condition.Signal();
  Condition.Broadcast();
  Condition.Wait();
  Condition.WaitTimeout(1);
}
