// REQUIRES: sdl
// RUN: %prove-model SDL %sdl -x c -std=c17 %s

// Names every type and function that libraries/sdl.yaml models.

#include <SDL2/SDL_mutex.h>
#include <SDL2/SDL_thread.h>
#include <SDL2/SDL_timer.h>

int work(void *);

void threads(void) {
  SDL_Thread *Thread = SDL_CreateThread(work, "name", 0);
  SDL_CreateThreadWithStackSize(work, "name", 0, 0);
  SDL_WaitThread(Thread, 0);
  SDL_DetachThread(Thread);
  SDL_ThreadID();
  SDL_Delay(1);
}

void coordination(SDL_sem *Semaphore, SDL_cond *Condition, SDL_mutex *Mutex) {
  SDL_SemPost(Semaphore);
  SDL_SemWait(Semaphore);
  SDL_SemTryWait(Semaphore);
  SDL_SemWaitTimeout(Semaphore, 1);
  SDL_CondSignal(Condition);
  SDL_CondBroadcast(Condition);
  SDL_CondWait(Condition, Mutex);
  SDL_CondWaitTimeout(Condition, Mutex, 1);
}
