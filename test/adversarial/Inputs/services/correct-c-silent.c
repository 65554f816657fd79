#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

void work(int);

/* cancel + join */
static void *cancellable(void *arg)
{
    (void)arg;
    for (;;) {
        work(0);
        pthread_testcancel();
        sleep(1);
    }
    return NULL;
}

int with_cancel(void)
{
    pthread_t t;
    if (pthread_create(&t, NULL, cancellable, NULL))
        return -1;
    work(1);
    pthread_cancel(t);
    pthread_join(t, NULL);
    return 0;
}

/* cleanup handlers */
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cv = PTHREAD_COND_INITIALIZER;
static int live;

static void leave(void *p)
{
    (void)p;
    pthread_mutex_lock(&mu);
    live--;
    pthread_cond_signal(&cv);
    pthread_mutex_unlock(&mu);
}

static void *counted_main(void *arg)
{
    pthread_cleanup_push(leave, NULL);
    work((int)(long)arg);
    pthread_cleanup_pop(1);
    return NULL;
}

int run_counted(int n)
{
    pthread_attr_t a;
    pthread_attr_init(&a);
    pthread_attr_setdetachstate(&a, PTHREAD_CREATE_DETACHED);
    for (long i = 0; i < n; i++) {
        pthread_t t;
        pthread_mutex_lock(&mu);
        live++;
        pthread_mutex_unlock(&mu);
        if (pthread_create(&t, &a, counted_main, (void *)i)) {
            leave(NULL);
            break;
        }
    }
    pthread_attr_destroy(&a);
    pthread_mutex_lock(&mu);
    while (live > 0)
        pthread_cond_wait(&cv, &mu);
    pthread_mutex_unlock(&mu);
    return 0;
}

/* array of structs with thread ids, partial start */
struct worker { pthread_t tid; bool started; int id; };

static void *worker_main(void *arg)
{
    struct worker *w = arg;
    work(w->id);
    return NULL;
}

int run_workers(int n)
{
    struct worker *ws = calloc(n, sizeof *ws);
    int rc = 0;
    if (!ws)
        return ENOMEM;
    for (int i = 0; i < n; i++) {
        ws[i].id = i;
        rc = pthread_create(&ws[i].tid, NULL, worker_main, &ws[i]);
        if (rc)
            break;
        ws[i].started = true;
    }
    for (int i = 0; i < n; i++)
        if (ws[i].started)
            pthread_join(ws[i].tid, NULL);
    free(ws);
    return rc;
}

/* return through out parameter */
int start_worker(pthread_t *out, struct worker *w)
{
    pthread_t t;
    int rc = pthread_create(&t, NULL, worker_main, w);
    if (rc == 0)
        *out = t;
    return rc;
}

/* tryjoin / timed */
int join_with_deadline(struct worker *w)
{
    struct timespec ts;
    pthread_t t;
    if (pthread_create(&t, NULL, worker_main, w))
        return -1;
    clock_gettime(CLOCK_REALTIME, &ts);
    ts.tv_sec += 5;
    if (pthread_timedjoin_np(t, NULL, &ts) == 0)
        return 0;
    pthread_cancel(t);
    return pthread_join(t, NULL);
}

/* signal thread */
static void *sig_main(void *arg)
{
    sigset_t *set = arg;
    int sig;
    for (;;) {
        if (sigwait(set, &sig) != 0)
            continue;
        if (sig == SIGTERM)
            break;
        work(sig);
    }
    return NULL;
}

int signals(void)
{
    sigset_t set;
    pthread_t t;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    if (pthread_create(&t, NULL, sig_main, &set) != 0)
        return -1;
    return pthread_join(t, NULL);
}
