// RUN: %check %s joinery-repeated-join
// Once per template; macros at their expansion.

#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

void work();
bool late();

// Reports.

template <typename Thread> void twice() {
  Thread Worker(work);
  Worker.join();
  Worker.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}

template <typename F> void run(F Task) {
  std::thread Worker(Task);
  if (late())
    Worker.detach();
  Worker.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}

template <typename Pointer> void throughAPointer(Pointer Worker) {
  Worker->join();
  Worker->join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}

template void twice<std::thread>();
template void twice<std::jthread>();
template void run(void (*)());
template void throughAPointer(std::unique_ptr<std::thread>);
template void throughAPointer(std::thread *);

void runBoth() {
  run([] { work(); });
  run([] {});
}

#define JOIN(THREAD) (THREAD).join()
#define JOIN_IF(CONDITION, THREAD)                                             \
  do {                                                                         \
    if (CONDITION)                                                             \
      (THREAD).join();                                                         \
  } while (false)
#define JOIN_IF_JOINABLE(THREAD) JOIN_IF((THREAD).joinable(), THREAD)

void secondOfAMacro() {
  std::thread Worker(work);
  Worker.join();
  JOIN(Worker);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}

void firstOfAMacro() {
  std::thread Worker(work);
  JOIN_IF(late(), Worker);
  Worker.join();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}

#define JOIN_TWICE(THREAD)                                                     \
  (THREAD).join();                                                             \
  (THREAD).join()

void bothOfAMacro() {
  std::thread Worker(work);
  JOIN_TWICE(Worker);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-repeated-join]
}

// Stays silent.

template <typename Thread> void once() {
  Thread Worker(work);
  Worker.join();
}

template <bool Joins> void oneOfTwo() {
  std::thread Worker(work);
  if constexpr (Joins)
    Worker.join();
  else
    Worker.detach();
}

template <typename Thread> void tested() {
  Thread Worker(work);
  if (late())
    Worker.join();
  if (Worker.joinable())
    Worker.join();
}

template <typename... Threads> void joinAll(Threads &...All) {
  (All.join(), ...);
}

template <typename Container> void joinEach(Container &All) {
  for (auto &One : All)
    One.join();
}

template <typename F> void restarts(F Task) {
  std::thread Worker(Task);
  Worker.join();
  Worker = std::thread(Task);
  Worker.join();
}

template <typename Thread> void neverMade() {
  Thread Worker(work);
  Worker.join();
  Worker.join();
}

template void once<std::thread>();
template void oneOfTwo<true>();
template void oneOfTwo<false>();
template void tested<std::thread>();
template void tested<std::jthread>();
template void joinEach(std::vector<std::thread> &);
template void restarts(void (*)());

void joinBoth() {
  std::thread First(work), Second(work);
  joinAll(First, Second);
}

void testedInAMacro() {
  std::thread Worker(work);
  JOIN_IF(late(), Worker);
  JOIN_IF_JOINABLE(Worker);
}

void twoOfAMacro() {
  std::thread First(work), Second(work);
  JOIN(First);
  JOIN(Second);
}

#define JOIN_AND_RETURN_IF(CONDITION, THREAD)                                  \
  do {                                                                         \
    if (CONDITION) {                                                           \
      (THREAD).join();                                                         \
      return;                                                                  \
    }                                                                          \
  } while (false)

void returnOfAMacro() {
  std::thread Worker(work);
  JOIN_AND_RETURN_IF(late(), Worker);
  JOIN(Worker);
}
