#include <pthread.h>
#include <stdlib.h>
void job(void);
struct tp { pthread_mutex_t mu; pthread_cond_t idle; int busy, alive, stop; };
static void *worker(void *arg)
{
    struct tp *tp = arg;
    for (;;) {
        pthread_mutex_lock(&tp->mu);
        if (tp->stop)
            break;
        tp->busy++;
        pthread_mutex_unlock(&tp->mu);
        job();
        pthread_mutex_lock(&tp->mu);
        tp->busy--;
        pthread_mutex_unlock(&tp->mu);
    }
    tp->alive--;
    pthread_cond_signal(&tp->idle);
    pthread_mutex_unlock(&tp->mu);
    return 0;
}
void tp_wait(struct tp *tp)
{
    pthread_mutex_lock(&tp->mu);
    for (;;) {
        if (tp->alive == 0)
            break;
        pthread_cond_wait(&tp->idle, &tp->mu);
    }
    pthread_mutex_unlock(&tp->mu);
}
struct tp *tp_new(void)
{
    struct tp *tp = calloc(1, sizeof *tp);
    pthread_t t;
    tp->alive = 1;
    pthread_create(&t, 0, worker, tp);
    pthread_detach(t);
    return tp;
}
