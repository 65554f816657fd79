#include <thread>
#define SPAWN_DETACHED(...) std::thread(__VA_ARGS__).detach()
void w(int);
template <class T> struct Bg {
  T v{};
  void go() { SPAWN_DETACHED(w, (int)v); } // EXPECT: detached-thread
};
template struct Bg<int>;
template struct Bg<long>;
