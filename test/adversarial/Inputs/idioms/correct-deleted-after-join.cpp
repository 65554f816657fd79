// The destructor joins only when joinable(); after kill() the thread is not
// joinable any more.
#include <thread>
struct A {
  std::thread th{[] {}};
  void kill() {
    if (th.joinable())
      th.join();
  }
  ~A() { kill(); }
};
int main() {
  A *a = new A;
  a->kill();
  delete a;
}
