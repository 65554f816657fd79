#define _GNU_SOURCE
/* atomic state machine, stdatomic with enum; worker stops in several states;
 * join_or_kill */
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
enum st { IDLE, RUN, STOP };
struct m {
  _Atomic enum st st;
  _Atomic int n;
};
static void *w(void *p) {
  struct m *m = p;
  enum st s;
  while ((s = atomic_load(&m->st)) != STOP) {
    if (s == RUN)
      atomic_fetch_add(&m->n, 1);
    else
      sched_yield();
  }
  return NULL;
}
static void to(struct m *m, enum st s) { atomic_store(&m->st, s); }
int main(void) {
  struct m m = {IDLE, 0};
  pthread_t t;
  if (pthread_create(&t, NULL, w, &m))
    return 1;
  to(&m, RUN);
  to(&m, STOP);
  pthread_join(t, NULL);
  return 0;
}
