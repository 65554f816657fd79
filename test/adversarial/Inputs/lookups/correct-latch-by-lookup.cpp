// The task counts down by a lookup, and main waits by another one.
#include <latch>
#include <map>
#include <memory>
#include <thread>

void work(int Id);

struct Batch {
  std::latch Done{1};
};

static std::map<int, std::unique_ptr<Batch>> Batches;

static Batch &batch(int Id) {
  auto Found = Batches.find(Id);
  if (Found == Batches.end())
    Found = Batches.emplace(Id, std::make_unique<Batch>()).first;
  return *Found->second;
}

int main() {
  batch(1);
  std::thread([] {
    work(1);
    batch(1).Done.count_down();
  }).detach();
  batch(1).Done.wait();
}
