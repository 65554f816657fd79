#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

int collect(int sensor);
void wait_for_term(void);
void summarize(void);

static atomic_bool stop_all;

static void *collect_main(void *arg)
{
    int sensor = *(int *)arg;
    while (collect(sensor) == 0)
        ;
    return NULL;
}

static void *collect_stoppable_main(void *arg)
{
    int sensor = *(int *)arg;
    while (!stop_all && collect(sensor) == 0)
        ;
    return NULL;
}

static void *summary_main(void *arg)
{
    (void)arg;
    summarize();
    return NULL;
}

static void shut_down(pthread_t a, pthread_t b, pthread_t c)
{
    stop_all = 1;
    pthread_join(b, NULL);
    pthread_join(c, NULL);
    pthread_join(a, NULL); // EXPECT: unbounded-wait
}

int main(void)
{
    static int first = 1, second = 2;
    pthread_t a, b, c;
    if (pthread_create(&a, NULL, collect_main, &first) != 0)
        return 1;
    if (pthread_create(&b, NULL, collect_stoppable_main, &second) != 0)
        pthread_exit(NULL);
    if (pthread_create(&c, NULL, summary_main, NULL) != 0)
        pthread_exit(NULL);
    wait_for_term();
    shut_down(a, b, c);
    return 0;
}
