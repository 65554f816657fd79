#include <pthread.h>
#include <string.h>
struct S {
  pthread_t t;
  pthread_t a[4];
};
pthread_t make(void);
void fill(pthread_t *);
pthread_t global;
int v1(struct S *s) {
  pthread_t t;
  t = make();
  return pthread_join(t, 0);
}
int v2(struct S *s) {
  pthread_t t;
  t = s->a[1];
  return pthread_join(t, 0);
}
int v3(pthread_t *p) {
  pthread_t t;
  t = *p;
  return pthread_join(t, 0);
}
int v4(pthread_t p) {
  pthread_t t;
  t = p;
  return pthread_join(t, 0);
}
int v5(void) {
  pthread_t t;
  t = global;
  return pthread_join(t, 0);
}
int v6(struct S *s) {
  pthread_t t;
  memcpy(&t, &s->t, sizeof t);
  return pthread_join(t, 0);
}
int v7(void) {
  pthread_t t;
  fill(&t);
  return pthread_join(t, 0);
}
int v8(struct S *s, int c) {
  pthread_t t;
  if (c)
    t = s->t;
  else
    t = global;
  return pthread_join(t, 0);
}
int v9(struct S *s) {
  struct S l;
  l = *s;
  return pthread_join(l.t, 0);
}
int v10(struct S *s) {
  struct S l = *s;
  return pthread_join(l.t, 0);
}
int v11(void) {
  pthread_t t = (pthread_t)0;
  if (!t)
    t = make();
  return pthread_join(t, 0);
}
int v13(struct S *s) {
  pthread_t t, u;
  u = t = s->t;
  return pthread_join(u, 0);
}
int v14(struct S *s) {
  struct {
    pthread_t t;
  } l;
  l.t = s->t;
  return pthread_join(l.t, 0);
}
int v16(struct S s) { return pthread_join(s.t, 0); }
