#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define NWORKERS 8

struct msg { int fd; char text[256]; };

int recv_msg(int fd, struct msg *m);
void store_msg(const struct msg *m);

static void *store_main(void *p)
{
    store_msg(p);
    free(p);
    return NULL;
}

static int spawn_store(const struct msg *m)
{
    pthread_t tid;
    struct msg *copy = malloc(sizeof *copy);
    if (copy == NULL)
        return ENOMEM;
    *copy = *m;
    int rc = pthread_create(&tid, NULL, store_main, copy); // EXPECT: unbounded-spawn
    if (rc != 0) {
        free(copy);
        return rc;
    }
    return pthread_detach(tid); // EXPECT: detached-thread
}

void receive_loop(int fd)
{
    struct msg m;
    for (;;) {
        if (recv_msg(fd, &m) < 0)
            continue;
        spawn_store(&m);
    }
}

static int queue_fd = -1;

static void *worker_main(void *p)
{
    struct msg m;
    (void)p;
    while (recv_msg(queue_fd, &m) == 0)
        store_msg(&m);
    return NULL;
}

int run_workers(void)
{
    pthread_t tid[NWORKERS];
    int i, n = 0;
    for (i = 0; i < NWORKERS; i++) {
        if (pthread_create(&tid[i], NULL, worker_main, NULL) != 0)
            break;
        n++;
    }
    while (n > 0)
        pthread_join(tid[--n], NULL);
    return i;
}
