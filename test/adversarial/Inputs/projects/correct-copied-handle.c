// A handle that is a local copy of a field is joined: `joined before any task
// was started with it` is wrong, because an assignment gave it a value.
#include <pthread.h>
#include <threads.h>

struct instance {
  thrd_t thread;
  pthread_t posix;
};

int destroy(struct instance *self) {
  thrd_t thrd;
  int res;

  thrd = self->thread;
  return thrd_join(thrd, &res);
}

int destroy_posix(struct instance *self) {
  pthread_t thrd;

  thrd = self->posix;
  return pthread_join(thrd, 0);
}

int destroy_initialised(struct instance *self) {
  thrd_t thrd = self->thread;
  int res;
  return thrd_join(thrd, &res);
}
