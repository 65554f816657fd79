// destructor joins a task that loops over a blocking read, no stop request
#include <thread>
#include <unistd.h>
class Reader {
  int fd_;
  long n_ = 0;
  std::thread t_;
  void run() {
    char b[64];
    while (::read(fd_, b, sizeof b) > 0)
      ++n_;
  }

public:
  explicit Reader(int fd) : fd_(fd), t_([this] { run(); }) {}
  ~Reader() { t_.join(); } // EXPECT: unbounded-wait
};
int main() { Reader r(0); }
