#include <thread>
static int step(int i) { return i + 1; }
int main() {
  std::jthread t([] {
    int i = 0;
    while (true) { // EXPECT: unstoppable-worker
      i = step(i);
    }
  });
}
