// packaged_task whose future nobody keeps
#include <future>
#include <thread>
void run() {
  std::packaged_task<int()> pt([] { return 1; });
  std::jthread t(std::move(pt)); // EXPECT: unowned-future
}
