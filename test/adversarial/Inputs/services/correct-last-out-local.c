#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
struct scan { atomic_int left; sem_t done; };
void scan_dir(void);
static void finish(struct scan *s)
{
    if (atomic_fetch_sub(&s->left, 1) == 1)
        sem_post(&s->done);
}
static void *scan_main(void *arg) { scan_dir(); finish(arg); return 0; }
void scan_all(int n)
{
    struct scan s;
    s.left = 1;
    sem_init(&s.done, 0, 0);
    for (int i = 0; i < n; i++) {
        pthread_t t;
        atomic_fetch_add(&s.left, 1);
        if (pthread_create(&t, 0, scan_main, &s) != 0) {
            finish(&s);
            break;
        }
        pthread_detach(t);
    }
    if (atomic_fetch_sub(&s.left, 1) != 1)
        sem_wait(&s.done);
}
