// RUN: %check %s joinery-incomplete-work
// Handles whose destructors join keep main waiting.

#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>

void saveCache();
int countFiles();
bool ready();

class Worker {
public:
  Worker() : Runner(saveCache) {}
  ~Worker() {
    if (Runner.joinable())
      Runner.join();
  }

private:
  std::thread Runner;
};

static std::unique_ptr<Worker> Global;

int main() {
  std::jthread Saver(saveCache);
  auto Count = std::async(std::launch::async, countFiles);
  Worker Local;
  static Worker Static;
  Global = std::make_unique<Worker>();
  std::vector<std::jthread> Many;
  for (int I = 0; I < 4; ++I)
    Many.emplace_back(saveCache);
  if (!ready())
    return 1;
  return Count.get();
}
