#define _GNU_SOURCE
/* linked list of clients, simple */
#include <pthread.h>
#include <stdlib.h>
#include <sys/socket.h>
struct c { struct c *next; pthread_t t; int fd; };
static void *cl(void *p) { return p; }
static struct c *list;
void serve(int l) {
  int fd;
  while ((fd = accept(l, 0, 0)) >= 0) {
    struct c *c = calloc(1, sizeof *c);
    if (!c) break;
    c->fd = fd; c->next = list; list = c;
    pthread_create(&c->t, 0, cl, c); // FN: unbounded-spawn
  }
}
