// Containers of threads that helpers return, and all that their callers do with
// them.
#include <array>
#include <iterator>
#include <list>
#include <thread>
#include <utility>
#include <vector>
void work(int);
std::vector<std::thread> startTwo() {
  std::vector<std::thread> ts;
  ts.emplace_back(work, 1);
  ts.emplace_back(work, 2);
  return ts;
}
std::vector<std::thread> startNone(bool b) {
  std::vector<std::thread> ts;
  if (b)
    return ts;
  ts.emplace_back(work, 2);
  return ts;
}
std::array<std::thread, 2> startArray() {
  return {std::thread(work, 1), std::thread(work, 2)};
}
void inRange() {
  for (auto &T : startTwo())
    T.join();
}
void inRange2() {
  for (auto &&T : startTwo())
    T.join();
}
std::vector<std::thread> again() { return startTwo(); }
std::vector<std::thread> again2() {
  auto V = startTwo();
  work(0);
  return V;
}
std::vector<std::thread> All;
void moved() {
  for (auto &T : startTwo())
    All.push_back(std::move(T));
}
void inserted() {
  auto V = startTwo();
  All.insert(All.end(), std::make_move_iterator(V.begin()),
             std::make_move_iterator(V.end()));
  for (auto &T : All)
    T.join();
}
void assigned() { All = startTwo(); }
struct Pool {
  std::vector<std::thread> Ts;
  explicit Pool(std::vector<std::thread> T) : Ts(std::move(T)) {}
  ~Pool() {
    for (auto &T : Ts)
      T.join();
  }
};
void pool() {
  Pool P(startTwo());
  work(1);
}
void pool2() {
  Pool P{again()};
  work(1);
}
void bound() {
  auto [A, B] = startArray();
  A.join();
  B.join();
}
void first() {
  auto V = startTwo();
  V[0].join();
  V[1].join();
}
void maybe(bool b) {
  auto V = startNone(b);
  for (auto &T : V)
    if (T.joinable())
      T.join();
}
void joinAll(std::vector<std::thread> &V) {
  for (auto &T : V)
    T.join();
}
void byHelper() {
  auto V = startTwo();
  joinAll(V);
}
void unseen(std::vector<std::thread> V);
void given() { unseen(startTwo()); }
void given2() {
  auto V = startTwo();
  unseen(std::move(V));
}
struct Holder {
  std::vector<std::thread> Ts;
  void start() { Ts = startTwo(); }
  ~Holder() {
    for (auto &T : Ts)
      T.join();
  }
};
void constMove() {
  std::vector<std::thread> V;
  V = startTwo();
  while (!V.empty()) {
    V.back().join();
    V.pop_back();
  }
}
