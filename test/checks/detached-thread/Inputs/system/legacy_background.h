// Stands where system headers stand; nothing in it is reported.

#ifndef LEGACY_BACKGROUND_H
#define LEGACY_BACKGROUND_H

#include <thread>
#include <utility>

template <typename Function> void legacyBackground(Function Run) {
  std::thread(std::move(Run)).detach();
}

inline void legacyPoll(void (*Run)()) { std::thread(Run).detach(); }

#define LEGACY_BACKGROUND(Run) std::thread(Run).detach()

#endif // LEGACY_BACKGROUND_H
