// byval helper that neither joins nor detaches
#include <thread>
static void drop(std::thread t) { (void)t.get_id(); } // EXPECT: unjoined-thread
void go() {
  drop(std::thread([] {}));
}
