#define _GNU_SOURCE
/* accept loop piles handles in a linked list */
#include <pthread.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>
struct c { struct c *next; pthread_t t; int fd; };
static void *cl(void *p) { struct c *c = p; close(c->fd); return 0; }
void serve(int l) {
  struct c *list = NULL;
  for (;;) {
    int fd = accept(l, 0, 0);
    if (fd < 0) break;
    struct c *c = malloc(sizeof *c);
    if (!c) { close(fd); continue; }
    c->fd = fd;
    if (pthread_create(&c->t, 0, cl, c)) { // FN: unbounded-spawn
      close(fd); free(c); continue;
    }
    c->next = list;
    list = c;
  }
  while (list) { struct c *n = list->next; pthread_join(list->t, 0); free(list); list = n; }
}
