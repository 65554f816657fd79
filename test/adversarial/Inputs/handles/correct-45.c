#define _GNU_SOURCE
/* C idioms: TAILQ-less linked list, self-detach, joined through helper,
 * returning handle by struct */
#include <errno.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
typedef pthread_t thread_t;
struct node {
  struct node *next;
  thread_t tid;
};
static void *body(void *p) { return p; }
static int thread_start(thread_t *t, void *(*fn)(void *), void *arg) {
  return pthread_create(t, NULL, fn, arg);
}
static void thread_wait(thread_t t) { (void)pthread_join(t, NULL); }
static struct node *push(struct node *head) {
  struct node *n = calloc(1, sizeof *n);
  if (!n)
    return head;
  if (thread_start(&n->tid, body, n)) {
    free(n);
    return head;
  }
  n->next = head;
  return n;
}
static void drain(struct node *n) {
  while (n) {
    struct node *next = n->next;
    thread_wait(n->tid);
    free(n);
    n = next;
  }
}
int two(void) {
  thread_t a, b;
  int ra, rb;
  ra = thread_start(&a, body, NULL);
  rb = thread_start(&b, body, NULL);
  if (!ra)
    thread_wait(a);
  if (!rb)
    thread_wait(b);
  return ra ? ra : rb;
}
pthread_t hand_out(void) {
  pthread_t t;
  if (pthread_create(&t, NULL, body, NULL) != 0)
    abort();
  return t;
}
int timed(void) {
  pthread_t t;
  struct timespec ts = {1, 0};
  if (pthread_create(&t, NULL, body, NULL))
    return -1;
  if (pthread_timedjoin_np(t, NULL, &ts) == ETIMEDOUT) {
    pthread_cancel(t);
    pthread_join(t, NULL);
  }
  return 0;
}
void err(void) {
  pthread_t t;
  int e;
  if ((e = pthread_create(&t, NULL, body, NULL))) {
    fprintf(stderr, "%s\n", strerror(e));
    exit(1);
  }
  if ((e = pthread_join(t, NULL))) {
    fprintf(stderr, "%s\n", strerror(e));
    exit(1);
  }
}
int main(void) {
  struct node *h = NULL;
  for (int i = 0; i < 3; i++)
    h = push(h);
  drain(h);
  thread_wait(hand_out());
  return two();
}
