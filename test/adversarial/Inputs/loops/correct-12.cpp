// self-pipe: worker blocks in poll(), stop writes a byte
#include <atomic>
#include <cerrno>
#include <poll.h>
#include <thread>
#include <unistd.h>
class Watcher {
  int pipe_[2];
  int fd_;
  std::thread t_;
  void loop() {
    struct pollfd pf[2] = {{pipe_[0], POLLIN, 0}, {fd_, POLLIN, 0}};
    for (;;) {
      int n = ::poll(pf, 2, -1);
      if (n < 0) {
        if (errno == EINTR)
          continue;
        break;
      }
      if (pf[0].revents)
        break;
      if (pf[1].revents & POLLIN) {
        char b[64];
        if (::read(fd_, b, sizeof b) <= 0)
          break;
      }
    }
  }

public:
  explicit Watcher(int fd) : fd_(fd) {
    if (::pipe(pipe_) == 0)
      t_ = std::thread(&Watcher::loop, this);
  }
  ~Watcher() {
    if (!t_.joinable())
      return;
    char c = 'q';
    (void)!::write(pipe_[1], &c, 1);
    t_.join();
    ::close(pipe_[0]);
    ::close(pipe_[1]);
  }
};
int main() { Watcher w(0); }
