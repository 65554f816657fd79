/* Threads in fields of structs, started and joined by helpers and by pointers
 * that step through arrays. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
struct job {
  pthread_t t;
  int id;
};
void *run(void *);
static int stepping(void) {
  struct job jobs[4];
  for (int i = 0; i < 4; i++)
    if (pthread_create(&jobs[i].t, NULL, run, &jobs[i]))
      return 1;
  for (struct job *p = jobs; p < jobs + 4; p++)
    pthread_join(p->t, NULL);
  return 0;
}
struct pool {
  struct job jobs[4];
  int n;
};
static int up(struct pool *p) {
  for (p->n = 0; p->n < 4; p->n++)
    if (pthread_create(&p->jobs[p->n].t, NULL, run, p))
      return -1;
  return 0;
}
static void down(struct pool *p) {
  for (int i = 0; i < p->n; i++)
    pthread_join(p->jobs[i].t, NULL);
}
static void down2(struct job *j) { pthread_join(j->t, NULL); }
int main(int argc, char **argv) {
  struct pool p = {0};
  struct job one;
  struct job jobs[4];
  struct job *q;
  static struct pool s;
  if (argc > 9)
    return stepping();
  if (up(&p)) {
    down(&p);
    return 1;
  }
  if (up(&s)) {
    down(&s);
    return 1;
  }
  if (pthread_create(&one.t, NULL, run, &one)) {
    down(&p);
    down(&s);
    return 2;
  }
  for (int i = 0; i < 4; i++)
    if (pthread_create(&jobs[i].t, NULL, run, &jobs[i])) {
      while (i-- > 0)
        pthread_join(jobs[i].t, NULL);
      down2(&one);
      down(&p);
      down(&s);
      return 3;
    }
  for (q = jobs; q < jobs + 4; q++)
    pthread_join(q->t, NULL);
  down2(&one);
  down(&p);
  down(&s);
  return 0;
}
