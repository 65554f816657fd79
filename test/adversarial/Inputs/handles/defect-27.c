#include <threads.h>
static int body(void *p) { return p != 0; }
int f(void) {
  thrd_t t;
  if (thrd_create(&t, body, 0) != thrd_success)
    return -1;
  thrd_detach(t); // EXPECT: detached-thread
  return 0;
}
int g(void) {
  thrd_t t; // EXPECT: unjoined-thread
  if (thrd_create(&t, body, 0) != thrd_success)
    return -1;
  return 0;
}
