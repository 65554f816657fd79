// latch initial 4, only 3 tasks count down -> wait never returns
#include <semaphore>
#include <thread>
int main(int argc, char **) {
  std::counting_semaphore<4> ready(0);
  std::jthread t([&ready, argc] {
    if (argc > 1)
      return;
    ready.release(); // EXPECT: skippable-completion
  });
  ready.acquire();
}
