#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static int running = 1;
static volatile sig_atomic_t got_term;
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cv = PTHREAD_COND_INITIALIZER;
static bool quit_requested;

void kick(void);
int check_fan(void);

static void *kick_main(void *arg)
{
    (void)arg;
    while (running) // EXPECT: unstoppable-worker
        kick();
    return NULL;
}

static void *fan_main(void *arg)
{
    (void)arg;
    while (!got_term) {
        check_fan();
        sleep(2); // EXPECT: uninterruptible-sleep
    }
    return NULL;
}

static void *fan_timed_main(void *arg)
{
    struct timespec until;
    (void)arg;
    pthread_mutex_lock(&mu);
    while (!quit_requested) {
        check_fan();
        clock_gettime(CLOCK_REALTIME, &until);
        until.tv_sec += 2;
        pthread_cond_timedwait(&cv, &mu, &until);
    }
    pthread_mutex_unlock(&mu);
    return NULL;
}

static void *forever_main(void *arg)
{
    int *fan = arg;
    while (1) { // EXPECT: unstoppable-worker
        *fan = check_fan();
        usleep(500 * 1000);
    }
    return NULL;
}

static void *until_error_main(void *arg)
{
    (void)arg;
    while (1) {
        if (check_fan() < 0)
            pthread_exit(NULL);
        usleep(500 * 1000);
    }
    return NULL;
}

static pthread_t kicker, fan, timed, err;
static pthread_t forever;
static int fan_speed;

int watchdog_start(void)
{
    if (pthread_create(&kicker, NULL, kick_main, NULL))
        return -1;
    if (pthread_create(&fan, NULL, fan_main, NULL))
        return -1;
    if (pthread_create(&timed, NULL, fan_timed_main, NULL))
        return -1;
    if (pthread_create(&err, NULL, until_error_main, NULL))
        return -1;
    return pthread_create(&forever, NULL, forever_main, &fan_speed);
}

void on_term(int sig)
{
    (void)sig;
    got_term = 1;
}

void watchdog_stop(void)
{
    running = 0;
    got_term = 1;
    pthread_mutex_lock(&mu);
    quit_requested = true;
    pthread_cond_signal(&cv);
    pthread_mutex_unlock(&mu);
    pthread_join(kicker, NULL);
    pthread_join(fan, NULL);
    pthread_join(timed, NULL);
    pthread_join(err, NULL);
}
