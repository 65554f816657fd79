/* pthread_cancel ends the loop: cancellation points */
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>
static void *spin(void *p) {
  unsigned long *n = p;
  for (;;) {
    pthread_testcancel();
    ++*n;
  }
  return NULL;
}
static void *echo(void *p) {
  char c;
  (void)p;
  for (;;)
    if (read(0, &c, 1) == 1)
      putchar(c);
  return NULL;
}
int main(void) {
  pthread_t a, b;
  unsigned long n = 0;
  if (pthread_create(&a, NULL, spin, &n))
    return 1;
  if (pthread_create(&b, NULL, echo, NULL) == 0) {
    pthread_cancel(b);
    pthread_join(b, NULL);
  }
  pthread_cancel(a);
  pthread_join(a, NULL);
  return 0;
}
