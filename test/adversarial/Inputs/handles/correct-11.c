#include <stdio.h>
#include <threads.h>
static int body(void *arg) {
  int *p = arg;
  *p += 1;
  return 0;
}
static int start(thrd_t *out, int *arg) {
  return thrd_create(out, body, arg) == thrd_success ? 0 : -1;
}
int main(void) {
  thrd_t a, b;
  int x = 0, y = 0;
  if (start(&a, &x) != 0)
    return 1;
  if (start(&b, &y) != 0) {
    thrd_join(a, NULL);
    return 1;
  }
  int rc;
  thrd_join(b, &rc);
  thrd_join(a, NULL);
  printf("%d\n", x + y + rc);
  return 0;
}
