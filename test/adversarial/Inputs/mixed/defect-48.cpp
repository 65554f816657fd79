// accept loop spawning into vector via helper
#include <atomic>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>
class Server {
  std::vector<std::thread> conns_;
  void handle(int fd) {
    conns_.emplace_back([fd] { ::close(fd); }); // EXPECT: unbounded-spawn
  }

public:
  void serve(int l) {
    for (;;) {
      int fd = ::accept(l, nullptr, nullptr);
      if (fd < 0)
        break;
      handle(fd);
    }
  }
  ~Server() {
    for (auto &t : conns_)
      t.join();
  }
};
int main() {
  Server s;
  s.serve(3);
}
