// sleep in a visible helper called by the loop
#include <chrono>
#include <stop_token>
#include <thread>
void poll_once();
static void nap() { std::this_thread::sleep_for(std::chrono::minutes(1)); } // EXPECT: uninterruptible-sleep
void run_poller() {
  std::jthread t([](std::stop_token st) {
    while (!st.stop_requested()) {
      poll_once();
      nap();
    }
  });
  poll_once();
}
