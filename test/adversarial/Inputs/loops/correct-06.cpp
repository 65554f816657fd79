// bounded accept loop: counting semaphore permits, joined at the end
#include <condition_variable>
#include <mutex>
#include <semaphore>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
namespace {
constexpr int kMax = 16;
std::counting_semaphore<kMax> slots(kMax);
struct Permit {
  ~Permit() { slots.release(); }
};
void serve(int fd) {
  Permit p;
  char buf[512];
  ssize_t n;
  while ((n = ::read(fd, buf, sizeof buf)) > 0)
    if (::write(fd, buf, static_cast<size_t>(n)) != n)
      break;
  ::close(fd);
}
} // namespace
int run(int listener) {
  for (;;) {
    slots.acquire();
    int fd = ::accept(listener, nullptr, nullptr);
    if (fd < 0) {
      slots.release();
      break;
    }
    std::thread(serve, fd).detach();
  }
  for (int i = 0; i < kMax; ++i)
    slots.acquire();
  return 0;
}
