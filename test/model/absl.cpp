// REQUIRES: absl
// RUN: %prove-model Abseil %s

// Names every type, member and function that libraries/absl.yaml models.

#include <absl/synchronization/barrier.h>
#include <absl/synchronization/blocking_counter.h>
#include <absl/synchronization/mutex.h>
#include <absl/synchronization/notification.h>
#include <absl/time/clock.h>

void coordination() {
  absl::Notification Notification;
  Notification.Notify();
  Notification.WaitForNotification();
  Notification.WaitForNotificationWithTimeout(absl::Seconds(1));
  Notification.WaitForNotificationWithDeadline(absl::Now());
  (void)Notification.HasBeenNotified();
  absl::BlockingCounter Counter(1);
  Counter.DecrementCount();
  Counter.Wait();
  absl::Barrier Barrier(1);
  Barrier.Block();
  absl::Mutex Mutex;
  absl::MutexLock Lock(&Mutex);
  absl::ReaderMutexLock Reader(&Mutex);
  absl::WriterMutexLock Writer(&Mutex);
  absl::CondVar Condition;
  Condition.Signal();
  Condition.SignalAll();
  Condition.Wait(&Mutex);
  Condition.WaitWithTimeout(&Mutex, absl::Seconds(1));
  Condition.WaitWithDeadline(&Mutex, absl::Now());
  absl::SleepFor(absl::Seconds(1));
  absl::SleepFor(absl::Nanoseconds(1));
  absl::SleepFor(absl::Microseconds(1));
  absl::SleepFor(absl::Milliseconds(1));
  absl::SleepFor(absl::Minutes(1));
  absl::SleepFor(absl::Hours(1));
}
