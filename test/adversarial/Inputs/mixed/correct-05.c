#define _GNU_SOURCE
/* C11 threads, atomics */
#include <stdatomic.h>
#include <threads.h>
static atomic_int total;
static int add(void *p) {
  atomic_fetch_add(&total, *(int *)p);
  return 0;
}
int main(void) {
  thrd_t a, b;
  int x = 1, y = 2;
  if (thrd_create(&a, add, &x) != thrd_success)
    return 1;
  if (thrd_create(&b, add, &y) != thrd_success) {
    thrd_join(a, NULL);
    return 1;
  }
  thrd_join(a, NULL);
  thrd_join(b, NULL);
  return atomic_load(&total) == 3 ? 0 : 1;
}
