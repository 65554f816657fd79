// RUN: %check %s joinery-incomplete-work
// The smallest program, mended.

#include <iostream>
#include <thread>

int main() {
  std::thread Goodbye([] { std::cout << "Goodbye\n"; });
  std::cout << "Hello\n";
  Goodbye.join();
}
