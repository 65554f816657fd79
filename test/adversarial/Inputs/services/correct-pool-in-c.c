#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef void (*job_fn)(void *);
struct job { job_fn fn; void *arg; struct job *next; };
struct tpool {
    struct job *head, *tail;
    pthread_mutex_t mu;
    pthread_cond_t work, idle;
    size_t busy, alive;
    bool stop;
};

static struct job *take(struct tpool *tp)
{
    struct job *j = tp->head;
    if (j) {
        tp->head = j->next;
        if (!tp->head)
            tp->tail = NULL;
    }
    return j;
}

static void *tpool_worker(void *arg)
{
    struct tpool *tp = arg;
    for (;;) {
        struct job *j;
        pthread_mutex_lock(&tp->mu);
        while (tp->head == NULL && !tp->stop)
            pthread_cond_wait(&tp->work, &tp->mu);
        if (tp->stop)
            break;
        j = take(tp);
        tp->busy++;
        pthread_mutex_unlock(&tp->mu);
        if (j) {
            j->fn(j->arg);
            free(j);
        }
        pthread_mutex_lock(&tp->mu);
        tp->busy--;
        if (!tp->stop && tp->busy == 0 && tp->head == NULL)
            pthread_cond_signal(&tp->idle);
        pthread_mutex_unlock(&tp->mu);
    }
    tp->alive--;
    pthread_cond_signal(&tp->idle);
    pthread_mutex_unlock(&tp->mu);
    return NULL;
}

static void tpool_wait(struct tpool *tp)
{
    pthread_mutex_lock(&tp->mu);
    for (;;) {
        if ((!tp->stop && (tp->busy != 0 || tp->head)) || (tp->stop && tp->alive != 0))
            pthread_cond_wait(&tp->idle, &tp->mu);
        else
            break;
    }
    pthread_mutex_unlock(&tp->mu);
}

struct tpool *tpool_create(size_t n)
{
    struct tpool *tp = calloc(1, sizeof *tp);
    pthread_t t;
    if (!tp)
        return NULL;
    pthread_mutex_init(&tp->mu, NULL);
    pthread_cond_init(&tp->work, NULL);
    pthread_cond_init(&tp->idle, NULL);
    tp->alive = n;
    for (size_t i = 0; i < n; i++) {
        pthread_create(&t, NULL, tpool_worker, tp);
        pthread_detach(t);
    }
    return tp;
}

void tpool_destroy(struct tpool *tp)
{
    struct job *j;
    if (!tp)
        return;
    pthread_mutex_lock(&tp->mu);
    while ((j = take(tp)))
        free(j);
    tp->stop = true;
    pthread_cond_broadcast(&tp->work);
    pthread_mutex_unlock(&tp->mu);
    tpool_wait(tp);
    pthread_mutex_destroy(&tp->mu);
    pthread_cond_destroy(&tp->work);
    pthread_cond_destroy(&tp->idle);
    free(tp);
}
