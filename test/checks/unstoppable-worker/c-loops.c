// RUN: %check %s joinery-*
// Loops of pthreads and C11 threads.

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <threads.h>
#include <unistd.h>
void work(void);
int next(void);
struct s {
  volatile int quit;
  pthread_t t;
  pthread_mutex_t m;
  int locked_quit;
  int plain;
};
static void *ok1(void *p) {
  struct s *s = p;
  while (!s->quit)
    work();
  return 0;
}
static void *ok2(void *p) {
  (void)p;
  for (;;) {
    if (next() < 0)
      break;
  }
  return 0;
}
static void *ok3(void *p) {
  (void)p;
  for (;;) {
    if (next() < 0)
      pthread_exit(0);
  }
  return 0;
}
static void *ok4(void *p) {
  struct s *s = p;
  for (;;) {
    pthread_mutex_lock(&s->m);
    int q = s->locked_quit;
    pthread_mutex_unlock(&s->m);
    if (q)
      break;
    work();
  }
  return 0;
}
static void *ok5(void *p) {
  (void)p;
  for (;;) {
    pthread_testcancel();
    work();
  }
  return 0;
}
static int ok6(void *p) {
  atomic_bool *b = p;
  while (!atomic_load(b))
    work();
  return 0;
}
static void *bad1(void *p) {
  (void)p;
  while (1)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
    work();
  return 0;
}
static void *bad2(void *p) {
  struct s *s = p;
  while (!s->plain)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
    work();
  return 0;
}
static int bad3(void *p) {
  (void)p;
  for (;;) {
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unstoppable-worker]
    work();
  }
  return 0;
}
void start(struct s *s) {
  pthread_t a, b, c, d, e, f, g;
  thrd_t h, i;
  static atomic_bool q;
  if (pthread_create(&a, 0, ok1, s) || pthread_create(&b, 0, ok2, s) ||
      pthread_create(&c, 0, ok3, s) || pthread_create(&d, 0, ok4, s) ||
      pthread_create(&e, 0, ok5, s))
    abort();
  if (pthread_create(&f, 0, bad1, s) || pthread_create(&g, 0, bad2, s))
    abort();
  if (thrd_create(&h, ok6, &q) != thrd_success ||
      thrd_create(&i, bad3, 0) != thrd_success)
    abort();
  pthread_join(a, 0);
  pthread_join(b, 0);
  pthread_join(c, 0);
  pthread_join(d, 0);
  pthread_cancel(e);
  pthread_join(e, 0);
  s->plain = 1;
  pthread_join(f, 0);
  pthread_join(g, 0);
  q = true;
  thrd_join(h, 0);
  thrd_join(i, 0);
}
