// absl::Cleanup
#include <absl/cleanup/cleanup.h>
#include <stdexcept>
#include <thread>
bool prepare();
void use(int);
void f() {
  int r = 0;
  std::thread t([&r] { r = 3; });
  absl::Cleanup joiner = [&t] { t.join(); };
  if (!prepare())
    return;
  if (r < 0)
    throw std::logic_error("neg");
  use(1);
}
void g() {
  std::thread t;
  auto c = absl::MakeCleanup([&] {
    if (t.joinable())
      t.join();
  });
  if (prepare())
    t = std::thread(use, 4);
  std::move(c).Cancel();
  if (t.joinable())
    t.join();
}
