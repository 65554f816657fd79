#include <future>
#include <thread>
int main() {
  std::promise<int> p;
  auto f = p.get_future();
  int v = f.get(); // EXPECT: forgotten-receiver
  return v;
}
