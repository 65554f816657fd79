#include <pthread.h>
void work(int);
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
int run_counted(void)
{
    pthread_t t;
    pthread_mutex_lock(&mu);
    live++;
    pthread_mutex_unlock(&mu);
    if (pthread_create(&t, NULL, counted_main, NULL) != 0) {
        leave(NULL);
        return -1;
    }
    pthread_detach(t);
    pthread_mutex_lock(&mu);
    while (live > 0)
        pthread_cond_wait(&cv, &mu);
    pthread_mutex_unlock(&mu);
    return 0;
}
