// shutdown without deadline: main waits for tasks that block without bound on
// accept, no stop request
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
static void server(int lfd) {
  for (;;) {
    int fd = ::accept(lfd, nullptr, nullptr);
    if (fd < 0)
      return;
    ::close(fd);
  }
}
int main() {
  int l = ::socket(AF_INET, SOCK_STREAM, 0);
  std::thread t(server, l);
  t.join(); // EXPECT: unbounded-wait
}
