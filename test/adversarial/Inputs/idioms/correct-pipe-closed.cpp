// The destructor closes the pipe's only writing end, so read() returns 0 and
// the loop ends before the join.
#include <thread>
#include <unistd.h>
class W {
  int p[2] = {-1, -1};
  std::thread t;

public:
  bool open() {
    if (::pipe(p) != 0)
      return false;
    t = std::thread([rd = p[0]] {
      char b[64];
      while (::read(rd, b, sizeof b) > 0) {
      }
    });
    return true;
  }
  ~W() {
    if (p[1] >= 0)
      ::close(p[1]);
    if (t.joinable())
      t.join();
    if (p[0] >= 0)
      ::close(p[0]);
  }
};
int main() {
  W w;
  return w.open() ? 0 : 1;
}
