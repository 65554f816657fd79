#define _GNU_SOURCE
/* worker with error path and completion by goto out; counted under lock */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
struct p {
  pthread_mutex_t m;
  pthread_cond_t c;
  int left;
};
struct j {
  struct p *p;
  const char *s;
  int ok;
};
static void *w(void *a) {
  struct j *j = a;
  char *d = strdup(j->s);
  if (!d)
    goto out;
  if (!*d)
    goto freed;
  j->ok = 1;
freed:
  free(d);
out:
  pthread_mutex_lock(&j->p->m);
  if (--j->p->left == 0)
    pthread_cond_signal(&j->p->c);
  pthread_mutex_unlock(&j->p->m);
  return NULL;
}
int main(void) {
  static struct p p = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 2};
  static struct j j[2] = {{&p, "a", 0}, {&p, "", 0}};
  for (int i = 0; i < 2; i++) {
    pthread_t t;
    if (pthread_create(&t, NULL, w, &j[i])) {
      w(&j[i]);
      continue;
    }
    pthread_detach(t);
  }
  pthread_mutex_lock(&p.m);
  while (p.left > 0)
    pthread_cond_wait(&p.c, &p.m);
  pthread_mutex_unlock(&p.m);
  return !j[0].ok;
}
