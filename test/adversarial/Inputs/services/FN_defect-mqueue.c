#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define CAP 32

struct queue {
    void *items[CAP];
    unsigned head, tail;
    bool closed;
    pthread_mutex_t mu;
    pthread_cond_t not_empty, not_full;
};

void handle(void *item);

static void queue_init(struct queue *q)
{
    memset(q, 0, sizeof *q);
    pthread_mutex_init(&q->mu, NULL);
    pthread_cond_init(&q->not_empty, NULL);
    pthread_cond_init(&q->not_full, NULL);
}

static bool queue_push(struct queue *q, void *item)
{
    pthread_mutex_lock(&q->mu);
    while (!q->closed && q->tail - q->head == CAP)
        pthread_cond_wait(&q->not_full, &q->mu);
    if (q->closed) {
        pthread_mutex_unlock(&q->mu);
        return false;
    }
    q->items[q->tail++ % CAP] = item;
    pthread_cond_signal(&q->not_empty);
    pthread_mutex_unlock(&q->mu);
    return true;
}

static bool queue_pop(struct queue *q, void **item)
{
    pthread_mutex_lock(&q->mu);
    while (!q->closed && q->head == q->tail)
        pthread_cond_wait(&q->not_empty, &q->mu);
    if (q->head == q->tail) {
        pthread_mutex_unlock(&q->mu);
        return false;
    }
    *item = q->items[q->head++ % CAP];
    pthread_cond_signal(&q->not_full);
    pthread_mutex_unlock(&q->mu);
    return true;
}

static void queue_close(struct queue *q)
{
    pthread_mutex_lock(&q->mu);
    q->closed = true;
    pthread_cond_broadcast(&q->not_empty);
    pthread_cond_broadcast(&q->not_full);
    pthread_mutex_unlock(&q->mu);
}

static void *consumer_main(void *arg)
{
    struct queue *q = arg;
    void *item;
    while (queue_pop(q, &item))
        handle(item);
    return NULL;
}

int consume_all(void **items, int n)
{
    struct queue q;
    pthread_t t;
    queue_init(&q);
    if (pthread_create(&t, NULL, consumer_main, &q) != 0)
        return -1;
    for (int i = 0; i < n; i++)
        queue_push(&q, items[i]);
    queue_close(&q);
    pthread_join(t, NULL);
    return 0;
}

int consume_stuck(void **items, int n)
{
    struct queue q;
    pthread_t t;
    queue_init(&q);
    if (pthread_create(&t, NULL, consumer_main, &q) != 0)
        return -1;
    for (int i = 0; i < n; i++)
        queue_push(&q, items[i]);
    pthread_join(t, NULL); // FN: join-before-stop
    queue_close(&q);
    return 0;
}
