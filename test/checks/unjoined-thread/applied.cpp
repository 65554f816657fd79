// RUN: %check %s joinery-unjoined-thread -- -std=c++20
// A callable that std::apply or std::invoke is given may join what it gets.
#include <functional>
#include <thread>
#include <tuple>
void work();

void joinsAll() {
  auto Both = std::make_tuple(std::thread(work), std::thread(work));
  std::apply([](auto &...T) { (T.join(), ...); }, Both);
}

void joinsOne() {
  std::thread T(work);
  std::invoke([](std::thread &Mine) { Mine.join(); }, T);
}

void joinsByName() {
  std::thread T(work);
  std::invoke(&std::thread::join, T);
}

void forgetsBoth(bool Early) {
  auto Both = std::make_tuple(std::thread(work), std::thread(work));
  // CHECK: :[[@LINE-1]]:8: warning: {{.*}}[joinery-unjoined-thread]
  if (Early)
    return;
  std::apply([](auto &...T) { (T.join(), ...); }, Both);
}
