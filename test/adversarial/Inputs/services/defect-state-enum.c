#include <pthread.h>
#include <stdatomic.h>
enum { RUN, STOP };
struct pr { pthread_t tid; atomic_int state; };
void page(void);
static void *pr_main(void *arg)
{
    struct pr *p = arg;
    while (p->state != STOP)
        page();
    return 0;
}
int pr_up(struct pr *p) { p->state = RUN; return pthread_create(&p->tid, 0, pr_main, p); }
void pr_down(struct pr *p)
{
    pthread_join(p->tid, 0); // EXPECT: join-before-stop
    p->state = STOP;
}
