#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct pool {
    pthread_t *threads;
    size_t n;
    pthread_mutex_t mu;
    pthread_cond_t cv;
    bool closing;
    int work;
};

void run_query(int n);

static void *pool_main(void *p)
{
    struct pool *pool = p;
    for (;;) {
        pthread_mutex_lock(&pool->mu);
        while (!pool->closing && pool->work == 0)
            pthread_cond_wait(&pool->cv, &pool->mu);
        if (pool->closing) {
            pthread_mutex_unlock(&pool->mu);
            break;
        }
        int w = pool->work--;
        pthread_mutex_unlock(&pool->mu);
        run_query(w);
    }
    return NULL;
}

static void pool_join(struct pool *pool)
{
    pthread_mutex_lock(&pool->mu);
    pool->closing = true;
    pthread_cond_broadcast(&pool->cv);
    pthread_mutex_unlock(&pool->mu);
    for (size_t i = 0; i < pool->n; i++)
        pthread_join(pool->threads[i], NULL);
}

struct pool *pool_new(size_t n)
{
    struct pool *pool = calloc(1, sizeof *pool);
    if (!pool)
        return NULL;
    pthread_mutex_init(&pool->mu, NULL);
    pthread_cond_init(&pool->cv, NULL);
    pool->threads = calloc(n, sizeof *pool->threads);
    if (!pool->threads)
        goto fail;
    for (; pool->n < n; pool->n++)
        if (pthread_create(&pool->threads[pool->n], NULL, pool_main, pool) != 0) {
            pool_join(pool);
            goto fail;
        }
    return pool;
fail:
    free(pool->threads);
    free(pool);
    return NULL;
}

void pool_free(struct pool *pool)
{
    if (!pool)
        return;
    pool_join(pool);
    free(pool->threads);
    free(pool);
}

static void *vacuum_main(void *p)
{
    run_query(*(int *)p);
    return NULL;
}

int vacuum_once(int which)
{
    pthread_t t; // EXPECT: unjoined-thread
    int rc = pthread_create(&t, NULL, vacuum_main, &which);
    if (rc)
        return rc;
    run_query(0);
    if (which > 3)
        return EBUSY;
    return pthread_join(t, NULL);
}

int vacuum_twice(int a)
{
    pthread_t t;
    if (pthread_create(&t, NULL, vacuum_main, &a))
        return -1;
    pthread_join(t, NULL);
    run_query(a);
    pthread_detach(t); // EXPECT: repeated-join
    return 0;
}

int vacuum_pair(int a, int b)
{
    pthread_t t, u;
    if (pthread_create(&t, NULL, vacuum_main, &a))
        return -1;
    if (pthread_create(&u, NULL, vacuum_main, &b)) {
        pthread_join(t, NULL);
        return -1;
    }
    pthread_join(t, NULL);
    pthread_join(u, NULL);
    return 0;
}
