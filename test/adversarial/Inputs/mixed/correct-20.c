#define _GNU_SOURCE
/* thread function via table of function pointers, die() noreturn on error */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
static _Noreturn void die(const char *m) {
  perror(m);
  abort();
}
static void *a(void *p) { return p; }
static void *b(void *p) { return p; }
static void *(*const tab[])(void *) = {a, b};
int main(void) {
  pthread_t t[2];
  for (size_t i = 0; i < sizeof tab / sizeof *tab; i++) {
    if (pthread_create(t + i, NULL, tab[i], NULL))
      die("create");
  }
  for (size_t i = 0; i < 2; i++)
    if (pthread_join(t[i], NULL))
      die("join");
  return 0;
}
