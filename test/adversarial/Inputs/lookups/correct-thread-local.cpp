// Each thread has an object of its own behind the function.
#include <future>
#include <thread>

int compute();

struct Mailbox {
  std::promise<void> Ready;
};

static Mailbox &mailbox() {
  thread_local Mailbox Mine;
  return Mine;
}

int main() {
  std::thread Helper([] {
    mailbox().Ready.set_value();
    compute();
  });
  mailbox().Ready.set_value();
  mailbox().Ready.get_future().wait();
  Helper.join();
}
