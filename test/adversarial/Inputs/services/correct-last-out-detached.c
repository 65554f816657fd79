#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
void work(int);
static atomic_int left;
static sem_t done;
static void *w_main(void *arg)
{
    work((int)(long)arg);
    if (atomic_fetch_sub(&left, 1) == 1)
        sem_post(&done);
    return 0;
}
void all(int n)
{
    left = 1;
    sem_init(&done, 0, 0);
    for (long i = 0; i < n; i++) {
        pthread_t t;
        atomic_fetch_add(&left, 1);
        if (pthread_create(&t, 0, w_main, (void *)i) != 0) {
            atomic_fetch_sub(&left, 1);
            break;
        }
        pthread_detach(t);
    }
    if (atomic_fetch_sub(&left, 1) != 1)
        sem_wait(&done);
    sem_destroy(&done);
}
