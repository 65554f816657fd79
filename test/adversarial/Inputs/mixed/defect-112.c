#define _GNU_SOURCE
/* the same with a local struct */
#include <pthread.h>
#include <stdatomic.h>
struct s { atomic_int quit; pthread_t t; long n; };
static void *w(void *p) { struct s *s = p; while (!atomic_load(&s->quit)) s->n++; return 0; }
static int start(struct s *s) { return pthread_create(&s->t, 0, w, s); }
static void stop(struct s *s) {
  pthread_join(s->t, 0); // EXPECT: join-before-stop
  atomic_store(&s->quit, 1);
}
int main(void) { struct s s = {0}; if (start(&s)) return 1; stop(&s); return 0; }
