// RUN: %check %s joinery-unbounded-spawn
// A known miss, listed in docs/limits.md: code that is not seen decides whether
// the loop goes on.
#include <thread>

struct Message {
  int Kind = 0;
};
bool poll(Message &M);
void handle(Message M);

void FN_endsByItsData() {
  Message M;
  do {
    if (!poll(M))
      return;
    std::thread([M] { handle(M); }).detach();
  } while (M.Kind != 0);
}
