#define _GNU_SOURCE
/* init helper: mutex init fails -> -1 before create; thread helper returns
 * negative errno; bool success */
#include <pthread.h>
#include <stdbool.h>
struct s {
  pthread_mutex_t m;
  pthread_t t;
};
static void *w(void *p) { return p; }
static bool up(struct s *s) {
  if (pthread_mutex_init(&s->m, 0))
    return false;
  if (pthread_create(&s->t, 0, w, s) != 0) {
    pthread_mutex_destroy(&s->m);
    return false;
  }
  return true;
}
static int up2(struct s *s) {
  int rc = pthread_create(&s->t, 0, w, s);
  return rc ? -rc : 0;
}
static void down(struct s *s) {
  pthread_join(s->t, 0);
  pthread_mutex_destroy(&s->m);
}
int main(void) {
  struct s a, b;
  if (!up(&a))
    return 1;
  if (up2(&b) < 0) {
    down(&a);
    return 2;
  }
  pthread_join(b.t, 0);
  down(&a);
  return 0;
}
