// latch of 3, two count-downs: the wait never returns (initial count counts)
#include <latch>
#include <thread>
int main() {
  std::latch up(1);
  std::thread t([&up] { up.wait(); }); // EXPECT: forgotten-receiver
  t.join();
}
