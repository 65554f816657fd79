#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct printer { int id; pthread_t tid; atomic_int state; };
enum { IDLE, RUN, STOP };

int print_page(int id);

static void *printer_main(void *arg)
{
    struct printer *p = arg;
    while (atomic_load(&p->state) != STOP)
        print_page(p->id);
    return NULL;
}

static int printer_up(struct printer *p)
{
    atomic_store(&p->state, RUN);
    return pthread_create(&p->tid, NULL, printer_main, p);
}

static void printer_down(struct printer *p)
{
    pthread_join(p->tid, NULL); // EXPECT: join-before-stop
    atomic_store(&p->state, STOP);
}

int main(int argc, char **argv)
{
    static struct printer p = {.id = 3};
    if (printer_up(&p) != 0)
        return 1;
    if (argc < 2) {
        fprintf(stderr, "usage: %s page\n", argv[0]);
        return 2; // EXPECT: incomplete-work
    }
    print_page(atoi(argv[1]));
    printer_down(&p);
    return 0;
}
