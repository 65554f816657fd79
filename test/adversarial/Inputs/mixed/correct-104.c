#define _GNU_SOURCE
/* result through pthread_join value; thread started conditionally; err variable
 * chains */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
static void *w(void *p) { return strchr(p, 'x'); }
int find(char *s, int threaded) {
  pthread_t t;
  void *res = NULL;
  int err = ENOSYS;
  if (threaded)
    err = pthread_create(&t, NULL, w, s);
  if (err)
    res = w(s);
  else if ((err = pthread_join(t, &res)) != 0)
    fprintf(stderr, "%s\n", strerror(err));
  return res != NULL;
}
int find2(char *s) {
  pthread_t t;
  void *r;
  int e;
  e = pthread_create(&t, NULL, w, s);
  if (e != 0) {
    errno = e;
    return -1;
  }
  e = pthread_join(t, &r);
  return e ? -1 : r != NULL;
}
int main(int c, char **v) { return find(v[0], c) + find2(v[0]); }
