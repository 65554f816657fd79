#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
    pthread_detach(tid); // EXPECT: detached-thread
    return 0;
}

int main(int argc, char **argv)
{
    int i;
    verbose = argc > 1 && strcmp(argv[1], "-v") == 0;
    for (i = 0; i < 4; i++)
        if (start_flush(i) != 0)
            fprintf(stderr, "disk %d not flushed\n", i);
    if (verbose)
        puts("bye");
    return 0; // EXPECT: incomplete-work
}
