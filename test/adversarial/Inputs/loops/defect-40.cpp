// rethrow_exception in the entry
#include <exception>
#include <iostream>
#include <thread>
std::exception_ptr pending;
static void replay() {
  if (pending)
    std::rethrow_exception(pending);
}
int main() {
  std::jthread t([] { // EXPECT: thread-exception-escape
    std::cout << "replaying\n";
    replay();
  });
}
