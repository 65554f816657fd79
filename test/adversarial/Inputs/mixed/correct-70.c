#define _GNU_SOURCE
/* fields: nested struct passed by pointer, joined by owner via accessor;
 * started flag in struct */
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
struct thr {
  pthread_t id;
  bool on;
};
struct conn {
  struct thr rd, wr;
  int fd;
};
static void *rd(void *p) {
  ((struct conn *)p)->fd++;
  return NULL;
}
static void *wr(void *p) { return p; }
static int thr_start(struct thr *t, void *(*f)(void *), void *a) {
  int rc = pthread_create(&t->id, NULL, f, a);
  t->on = rc == 0;
  return rc;
}
static void thr_join(struct thr *t) {
  if (t->on) {
    pthread_join(t->id, NULL);
    t->on = false;
  }
}
struct conn *conn_new(void) {
  struct conn *c = malloc(sizeof *c);
  if (!c)
    return NULL;
  memset(c, 0, sizeof *c);
  if (thr_start(&c->rd, rd, c) || thr_start(&c->wr, wr, c)) {
    thr_join(&c->rd);
    free(c);
    return NULL;
  }
  return c;
}
void conn_free(struct conn *c) {
  if (!c)
    return;
  thr_join(&c->rd);
  thr_join(&c->wr);
  free(c);
}
int main(void) {
  struct conn *c = conn_new();
  conn_free(c);
  return 0;
}
