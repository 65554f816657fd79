#pragma once
#include <thread>
#include <vector>

namespace library {
// Without a result: one that always throws has no way back.
inline void fail() { throw 1; }

inline bool flush(std::vector<std::thread> &All) {
  for (std::thread &T : All)
    T.join();
  return !All.empty();
}

// What it instantiates is the program's.
template <typename Range, typename F> int each(Range &All, F Do) {
  for (auto &One : All)
    Do(One);
  return 0;
}

class Guard {
public:
  explicit Guard(std::thread &T) : T(T) {}
  ~Guard() {
    if (T.joinable())
      T.join();
  }
  int size() const { return 1; }

private:
  Guard(const Guard &Other) : T(Other.T) {}
  std::thread &T;
};
} // namespace library
