#define _GNU_SOURCE
/* main ends with pthread_exit */
#include <pthread.h>
#include <stdio.h>
static void *w(void *p) {
  (void)p;
  puts("hi");
  return NULL;
}
int main(void) {
  pthread_t t;
  if (pthread_create(&t, NULL, w, NULL))
    return 1;
  pthread_exit(NULL);
}
