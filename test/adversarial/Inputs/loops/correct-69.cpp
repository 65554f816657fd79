// double promise: handshake in both directions; worker waits for go
#include <future>
#include <thread>
int main() {
  std::promise<void> ready, go;
  auto ready_f = ready.get_future();
  std::thread t([&ready, f = go.get_future()]() mutable {
    ready.set_value();
    f.wait();
  });
  ready_f.wait();
  go.set_value();
  t.join();
}
