// The thread's handle lies in an object that an unseen function lends; another
// call of the same callback joins it. It does not end with the local pointer.
#include <pthread.h>

struct host {
  int finished;
  pthread_t spam[2];
};

struct host *lend(void *context);
struct host *lend_first(void *context);

static void *spam(void *data) {
  (void)data;
  return 0;
}

int callback(void *context, int reason) {
  struct host *vhd = lend(context);
  void *retval;
  int n;

  switch (reason) {
  case 1:
    vhd = lend_first(context);
    for (n = 0; n < 2; n++)
      if (pthread_create(&vhd->spam[n], 0, spam, vhd))
        goto init_fail;
    break;

  init_fail:
    vhd->finished = 1;
    return 1;

  case 2:
    vhd->finished = 1;
    for (n = 0; n < 2; n++)
      pthread_join(vhd->spam[n], &retval);
    break;
  }
  return 0;
}
