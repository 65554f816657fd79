#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>
static void handle(int fd) { ::close(fd); }
void serve(int lfd) {
  std::vector<std::thread> ts;
  for (;;) {
    int fd = ::accept(lfd, nullptr, nullptr);
    if (fd < 0)
      break;
    ts.emplace_back(handle, fd); // EXPECT: unbounded-spawn
  }
  for (auto &t : ts)
    t.join();
}
