#include <pthread.h>
struct pr { pthread_t tid; };
void *work(void *);
static int up(struct pr *p) { return pthread_create(&p->tid, 0, work, 0); }
static void down(struct pr *p) { pthread_join(p->tid, 0); }
int main(int argc, char **argv)
{
    struct pr p;
    (void)argv;
    if (up(&p) != 0)
        return 1;
    if (argc < 2)
        return 2; // EXPECT: incomplete-work
    down(&p);
    return 0;
}
