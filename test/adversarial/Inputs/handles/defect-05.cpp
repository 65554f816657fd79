#include <future>
int compute();
template <class F> auto later(F f) {
  return std::async(std::launch::async, std::move(f));
}
void g() {
  later(compute); // EXPECT: unowned-future
  later(compute).get();
}
