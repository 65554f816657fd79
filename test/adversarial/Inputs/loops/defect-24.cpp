// spawn in visible helper called from a message loop
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
static void talk(int fd) { ::close(fd); }
static void dispatch(int fd) { std::thread(talk, fd).detach(); } // EXPECT: detached-thread, unbounded-spawn
void loop(int s) {
  int fd;
  while ((fd = ::accept(s, nullptr, nullptr)) >= 0)
    dispatch(fd);
}
