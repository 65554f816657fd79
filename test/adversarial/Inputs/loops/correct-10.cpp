// absl BlockingCounter and Notification
#include <absl/synchronization/blocking_counter.h>
#include <absl/synchronization/notification.h>
#include <thread>
#include <vector>
int main() {
  const int n = 4;
  absl::BlockingCounter bc(n);
  absl::Notification go;
  std::vector<std::thread> v;
  for (int i = 0; i < n; ++i)
    v.emplace_back([&] {
      go.WaitForNotification();
      bc.DecrementCount();
    });
  go.Notify();
  bc.Wait();
  for (auto &t : v)
    t.join();
}
