// accept loop with reaping: finished handlers joined in the loop
#include <atomic>
#include <list>
#include <memory>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
struct Conn {
  std::thread t;
  std::atomic<bool> finished{false};
};
static void talk(int fd) {
  char b[128];
  while (::read(fd, b, sizeof b) > 0) {
  }
  ::close(fd);
}
void server(int lfd) {
  constexpr std::size_t kLimit = 64;
  std::list<std::unique_ptr<Conn>> conns;
  for (;;) {
    int fd = ::accept(lfd, nullptr, nullptr);
    if (fd < 0)
      break;
    for (auto it = conns.begin(); it != conns.end();) {
      if ((*it)->finished) {
        (*it)->t.join();
        it = conns.erase(it);
      } else
        ++it;
    }
    if (conns.size() >= kLimit) {
      ::close(fd);
      continue;
    }
    auto c = std::make_unique<Conn>();
    Conn *p = c.get();
    c->t = std::thread([p, fd] {
      talk(fd);
      p->finished = true;
    });
    conns.push_back(std::move(c));
  }
  for (auto &c : conns)
    c->t.join();
}
