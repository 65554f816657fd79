// The same expression names another object in each round and for each number.
#include <thread>
#include <vector>

void work(int);

struct Lane {
  std::thread Worker;
};

static std::vector<Lane> Lanes(4);

static Lane *lane(int Index) {
  if (Index < 0 || Index >= 4)
    return nullptr;
  return &Lanes[Index];
}

static void finish(int Index) { lane(Index)->Worker.join(); }

int main() {
  for (int I = 0; I < 4; ++I)
    lane(I)->Worker = std::thread(work, I);
  for (int I = 0; I < 2; ++I)
    lane(I)->Worker.join();
  finish(2);
  finish(3);
}
