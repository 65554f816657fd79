#include <dirent.h>
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_PAR 8

struct scan { char path[256]; atomic_int *left; sem_t *slots; sem_t *done; };

int scan_dir(const char *path);

static void scan_finish(struct scan *s)
{
    sem_post(s->slots);
    if (atomic_fetch_sub(s->left, 1) == 1)
        sem_post(s->done);
    free(s);
}

static void *scan_main(void *arg)
{
    struct scan *s = arg;
    scan_dir(s->path);
    scan_finish(s);
    return NULL;
}

static void *scan_main_skips(void *arg)
{
    struct scan *s = arg;
    if (scan_dir(s->path) < 0) {
        free(s);
        return NULL;
    }
    scan_finish(s);
    return NULL;
}

static int scan_all_with(char **paths, int n, void *(*entry)(void *))
{
    atomic_int left = 1;
    sem_t slots, done;
    sem_init(&slots, 0, MAX_PAR);
    sem_init(&done, 0, 0);
    for (int i = 0; i < n; i++) {
        pthread_t t;
        struct scan *s = malloc(sizeof *s);
        if (!s)
            break;
        snprintf(s->path, sizeof s->path, "%s", paths[i]);
        s->left = &left;
        s->slots = &slots;
        s->done = &done;
        sem_wait(&slots);
        atomic_fetch_add(&left, 1);
        if (pthread_create(&t, NULL, entry, s) != 0) {
            scan_finish(s);
            break;
        }
        pthread_detach(t);
    }
    if (atomic_fetch_sub(&left, 1) != 1)
        sem_wait(&done);
    sem_destroy(&slots);
    sem_destroy(&done);
    return 0;
}

int scan_all(char **paths, int n)
{
    return scan_all_with(paths, n, scan_main);
}
