#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <threads.h>
#include <time.h>

struct logger {
    thrd_t thread;
    atomic_bool stop;
    mtx_t lock;
    cnd_t wake;
    int pending;
};

void write_out(int n);

static int logger_main(void *arg)
{
    struct logger *lg = arg;
    mtx_lock(&lg->lock);
    while (!atomic_load(&lg->stop)) {
        while (lg->pending == 0 && !atomic_load(&lg->stop))
            cnd_wait(&lg->wake, &lg->lock);
        int n = lg->pending;
        lg->pending = 0;
        mtx_unlock(&lg->lock);
        write_out(n);
        mtx_lock(&lg->lock);
    }
    mtx_unlock(&lg->lock);
    return 0;
}

int logger_start(struct logger *lg)
{
    atomic_init(&lg->stop, false);
    mtx_init(&lg->lock, mtx_plain);
    cnd_init(&lg->wake);
    lg->pending = 0;
    return thrd_create(&lg->thread, logger_main, lg) == thrd_success ? 0 : -1;
}

void logger_stop(struct logger *lg)
{
    mtx_lock(&lg->lock);
    atomic_store(&lg->stop, true);
    cnd_broadcast(&lg->wake);
    mtx_unlock(&lg->lock);
    thrd_join(lg->thread, NULL);
    cnd_destroy(&lg->wake);
    mtx_destroy(&lg->lock);
}

static int rotate_main(void *arg)
{
    (void)arg;
    write_out(-1);
    return 0;
}

void rotate_soon(void)
{
    thrd_t t;
    if (thrd_create(&t, rotate_main, NULL) == thrd_success)
        thrd_detach(t); // EXPECT: detached-thread
}

int rotate_now(void)
{
    thrd_t t;
    int rc = -1;
    if (thrd_create(&t, rotate_main, NULL) != thrd_success)
        return -1;
    write_out(0);
    thrd_join(t, &rc);
    return rc;
}

int rotate_maybe(int quick)
{
    thrd_t t; // EXPECT: unjoined-thread
    int rc = -1;
    if (thrd_create(&t, rotate_main, NULL) != thrd_success)
        return -1;
    if (quick)
        return 0;
    thrd_join(t, &rc);
    return rc;
}

static int beat_main(void *arg)
{
    atomic_bool *on = arg;
    while (atomic_load(on)) {
        write_out(1);
        thrd_sleep(&(struct timespec){.tv_sec = 5}, NULL); // EXPECT: uninterruptible-sleep
    }
    return 0;
}

static atomic_bool beating = true;
static thrd_t beat;
int beat_start(void) { return thrd_create(&beat, beat_main, &beating); }
void beat_stop(void)
{
    atomic_store(&beating, false);
    thrd_join(beat, NULL);
}
