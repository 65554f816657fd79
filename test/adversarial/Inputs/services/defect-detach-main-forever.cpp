#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>
#include <unistd.h>

void serveMetrics(int port);
void watchDisk();

static void spawnMetrics(int port) {
    std::thread(serveMetrics, port).detach(); // EXPECT: detached-thread
}

int main(int argc, char** argv) {
    const int port = argc > 1 ? std::atoi(argv[1]) : 9100;
    spawnMetrics(port);
    std::thread(watchDisk).detach(); // EXPECT: detached-thread
    std::cout << "metrics on " << port << '\n';
    for (;;) ::pause();
}
