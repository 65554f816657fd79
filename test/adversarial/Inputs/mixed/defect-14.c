#define _GNU_SOURCE
/* C11: detach then join */
#include <threads.h>
static int w(void *p) { return p != 0; }
int run(int n) {
  thrd_t t;
  if (thrd_create(&t, w, 0) != thrd_success)
    return -1;
  if (n) {
    thrd_detach(t); // EXPECT: detached-thread
  }
  thrd_join(t, 0); // EXPECT: repeated-join
  return 0;
}
