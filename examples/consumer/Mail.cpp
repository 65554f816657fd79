#include "Mail.h"
#include <iostream>
#include <thread>

void sendLater(const std::string &To) {
  // Nobody can wait for this task: what Joinery is there to say.
  std::thread([To] { std::cout << "to " + To + '\n'; }).detach();
}
