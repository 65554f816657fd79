#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct printer { int id; pthread_t tid; bool up; atomic_int state; };
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
    int rc;
    atomic_store(&p->state, RUN);
    rc = pthread_create(&p->tid, NULL, printer_main, p);
    if (rc != 0) {
        fprintf(stderr, "printer %d: %s\n", p->id, strerror(rc));
        return -1;
    }
    p->up = true;
    return 0;
}

static void printer_down(struct printer *p)
{
    if (!p->up)
        return;
    atomic_store(&p->state, STOP);
    pthread_join(p->tid, NULL);
    p->up = false;
}

int main(int argc, char **argv)
{
    struct printer farm[4];
    int i, rc = EXIT_FAILURE;
    memset(farm, 0, sizeof farm);
    for (i = 0; i < 4; i++) {
        farm[i].id = i;
        if (printer_up(&farm[i]) != 0)
            goto out;
    }
    for (i = 1; i < argc; i++)
        if (print_page(atoi(argv[i])) != 0)
            goto out;
    rc = EXIT_SUCCESS;
out:
    for (i = 0; i < 4; i++)
        printer_down(&farm[i]);
    return rc;
}
