#ifndef FIXTURES_H
#define FIXTURES_H

#include <thread>

static inline void giveUp(std::thread *Thread) { Thread->detach(); }
static inline void letGo(std::thread *Thread) { Thread->detach(); }

#endif
