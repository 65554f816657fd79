// unique_ptr with a deleter that does not join
#include <memory>
#include <thread>
struct Del {
  void operator()(std::thread *t) const { delete t; }
};
void run() {
  std::unique_ptr<std::thread, Del> t(new std::thread([] {})); // EXPECT: unjoined-thread
}
