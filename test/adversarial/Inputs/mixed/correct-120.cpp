#include <thread>
template <class... T> void joinAll(T &...t) { (t.join(), ...); }
int main() {
  std::thread a([] {}), b([] {});
  joinAll(a, b);
}
