// RUN: %check %s joinery-incomplete-work
// No exit is reached while the tasks run, where main never gets past.

#include <chrono>
#include <cstdlib>
#include <thread>
#include <unistd.h>

void heartbeat();
void serve();

[[noreturn]] static void serveForEver() {
  std::thread(heartbeat).detach();
  while (true)
    serve();
}

int main(int Argc, char **) {
  if (Argc > 2)
    return 2;
  std::thread(heartbeat).detach();
  if (Argc > 1)
    serveForEver();
  for (;;)
    pause();
}
