#define _GNU_SOURCE
/* C11: thrd_create'd thread returned past */
#include <threads.h>
static int w(void *p) { return p == 0; }
int run(int n) {
  thrd_t t; // EXPECT: unjoined-thread
  if (thrd_create(&t, w, 0) != thrd_success)
    return -1;
  switch (n) {
  case 0:
    return 0;
  case 1:
    break;
  }
  return thrd_join(t, 0);
}
