#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct slice { int *base; size_t len; int rc; };

static int cmp(const void *a, const void *b)
{
    const int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

static void *sort_main(void *arg)
{
    struct slice *s = arg;
    qsort(s->base, s->len, sizeof *s->base, cmp);
    s->rc = 0;
    return s;
}

int sort_halves(int *v, size_t n)
{
    struct slice lo = {v, n / 2, -1}, hi = {v + n / 2, n - n / 2, -1};
    pthread_t t;
    void *res = NULL;
    int threaded = pthread_create(&t, NULL, sort_main, &lo) == 0;
    if (!threaded)
        sort_main(&lo);
    sort_main(&hi);
    if (threaded)
        pthread_join(t, &res);
    return lo.rc | hi.rc;
}

int sort_parts(int *v, size_t n, int parts)
{
    pthread_t *tids = malloc(parts * sizeof *tids);
    struct slice *s = malloc(parts * sizeof *s);
    int i, started = 0, rc = -1;
    if (!tids || !s)
        goto out;
    for (i = 0; i < parts; i++) {
        s[i].base = v + n / parts * i;
        s[i].len = n / parts;
        if (pthread_create(&tids[i], NULL, sort_main, &s[i]) != 0)
            break;
        started++;
    }
    rc = started == parts ? 0 : -1;
    for (i = 0; i < started; i++)
        pthread_join(tids[i], NULL);
out:
    free(s);
    free(tids);
    return rc;
}

int sort_leaky(int *v, size_t n)
{
    struct slice *lo = malloc(sizeof *lo);
    pthread_t t; // EXPECT: unjoined-thread
    if (!lo)
        return -1;
    lo->base = v;
    lo->len = n;
    if (pthread_create(&t, NULL, sort_main, lo) != 0) {
        free(lo);
        return -1;
    }
    if (n > 1000000) {
        puts("large");
        return 1;
    }
    pthread_join(t, NULL);
    free(lo);
    return 0;
}

int sort_stack(int *v, size_t n)
{
    struct slice whole = {v, n, -1};
    pthread_attr_t a;
    pthread_t t;
    pthread_attr_init(&a);
    pthread_attr_setdetachstate(&a, PTHREAD_CREATE_DETACHED);
    pthread_create(&t, &a, sort_main, &whole); // EXPECT: detached-thread, dangling-capture
    pthread_attr_destroy(&a);
    return 0;
}
