// Inline functions that a header brings, right ones and a wrong one.
#ifndef OUTBOX_H
#define OUTBOX_H

#include <string>
#include <thread>
#include <utility>

void deliver(const std::string &letter);

inline void deliverLater(std::string letter) {
  std::thread([&letter] { deliver(letter); }).detach();
}

inline void deliverACopyLater(std::string letter) {
  std::thread([letter = std::move(letter)] { deliver(letter); }).detach();
}

#endif
