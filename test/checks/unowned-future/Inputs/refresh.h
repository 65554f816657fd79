// Inline functions that a header brings, right ones and a wrong one.
#ifndef REFRESH_H
#define REFRESH_H

#include <future>

void refresh();
int count();

inline void refreshLater() { (void)std::async(std::launch::async, refresh); }

inline std::future<int> countLater() {
  return std::async(std::launch::async, count);
}

#endif
