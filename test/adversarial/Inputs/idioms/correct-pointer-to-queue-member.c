/* A queue of items between producers and a consumer; a producer with an
   empty range puts nothing, and the consumer is always ended by main's
   sentinel: main joins the producers, then puts -1. 'used' counts items, it
   is no completion signal. */
#include <pthread.h>
#include <semaphore.h>
struct ring { int buf[64]; unsigned r, w; sem_t used; };
static void ring_put(struct ring *q, int v) {
    q->buf[q->w++ % 64] = v;
    sem_post(&q->used);
}
static int ring_get(struct ring *q) {
    sem_wait(&q->used);
    return q->buf[q->r++ % 64];
}
struct prod { struct ring *q; int from, to; };
static void *produce(void *a) {
    struct prod *p = a;
    for (int i = p->from; i < p->to; i++) ring_put(p->q, i);
    return 0;
}
static void *consume(void *a) {
    struct ring *q = a;
    while (ring_get(q) >= 0) ;
    return 0;
}
int main(int argc, char **argv) {
    struct ring q = {0};
    struct prod ps[1];
    pthread_t c, t;
    sem_init(&q.used, 0, 0);
    if (pthread_create(&c, 0, consume, &q)) return 1;
    ps[0] = (struct prod){ .q = &q, .from = 0, .to = argc };
    if (pthread_create(&t, 0, produce, &ps[0]) == 0) pthread_join(t, 0);
    ring_put(&q, -1);
    pthread_join(c, 0);
    return 0;
}
