#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static sem_t finished;
static int verbose;

struct task { int id; char name[24]; };

void flush_disk(int id);

static void *flush_main(void *arg)
{
    struct task *t = arg;
    flush_disk(t->id);
    if (verbose)
        printf("%s flushed\n", t->name);
    free(t);
    sem_post(&finished);
    return NULL;
}

static int start_flush(int id)
{
    pthread_t tid;
    struct task *t = malloc(sizeof *t);
    if (!t)
        return -1;
    t->id = id;
    snprintf(t->name, sizeof t->name, "disk%d", id);
    if (pthread_create(&tid, NULL, flush_main, t) != 0) {
        free(t);
        return -1;
    }
    pthread_detach(tid);
    return 0;
}

int main(int argc, char **argv)
{
    int i, started = 0;
    verbose = argc > 1 && strcmp(argv[1], "-v") == 0;
    if (sem_init(&finished, 0, 0) != 0) {
        perror("sem_init");
        return 1;
    }
    for (i = 0; i < 4; i++)
        if (start_flush(i) == 0)
            started++;
    for (i = 0; i < started; i++)
        sem_wait(&finished);
    sem_destroy(&finished);
    return 0;
}
