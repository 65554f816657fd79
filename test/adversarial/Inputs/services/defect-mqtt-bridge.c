#define _GNU_SOURCE
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct bridge {
    int fd;
    pthread_t rx, tx;
    bool rx_up, tx_up;
    atomic_bool stop;
    pthread_mutex_t mu;
    pthread_cond_t cv;
    int queued;
};

int decode(const char *buf, long n);
int transmit(int fd);

static void *rx_main(void *arg)
{
    struct bridge *b = arg;
    char buf[256];
    for (;;) {
        long n = recv(b->fd, buf, sizeof buf, 0);
        if (n <= 0)
            return NULL;
        decode(buf, n);
    }
}

static void *tx_main(void *arg)
{
    struct bridge *b = arg;
    pthread_mutex_lock(&b->mu);
    for (;;) {
        while (b->queued == 0 && !b->stop)
            pthread_cond_wait(&b->cv, &b->mu);
        if (b->stop)
            break;
        b->queued--;
        pthread_mutex_unlock(&b->mu);
        transmit(b->fd);
        pthread_mutex_lock(&b->mu);
    }
    pthread_mutex_unlock(&b->mu);
    return NULL;
}

void bridge_stop(struct bridge *b)
{
    if (b->rx_up) {
        shutdown(b->fd, SHUT_RDWR);
        pthread_join(b->rx, NULL);
        b->rx_up = false;
    }
    if (b->tx_up) {
        pthread_mutex_lock(&b->mu);
        b->stop = true;
        pthread_cond_signal(&b->cv);
        pthread_mutex_unlock(&b->mu);
        pthread_join(b->tx, NULL);
        b->tx_up = false;
    }
}

int bridge_start(struct bridge *b, int fd)
{
    memset(b, 0, sizeof *b);
    b->fd = fd;
    pthread_mutex_init(&b->mu, NULL);
    pthread_cond_init(&b->cv, NULL);
    if (pthread_create(&b->rx, NULL, rx_main, b) != 0)
        return -1;
    b->rx_up = true;
    if (pthread_create(&b->tx, NULL, tx_main, b) != 0) {
        bridge_stop(b);
        return -1;
    }
    b->tx_up = true;
    return 0;
}

static volatile int debug_on;

static void *stats_main(void *arg)
{
    struct bridge *b = arg;
    while (!b->stop) {
        if (debug_on)
            fprintf(stderr, "queued %d\n", b->queued);
        usleep(1000000); // EXPECT: uninterruptible-sleep
    }
    return NULL;
}

int bridge_run(int fd)
{
    struct bridge b;
    pthread_t stats;
    if (bridge_start(&b, fd) != 0)
        return -1;
    if (pthread_create(&stats, NULL, stats_main, &b) != 0) {
        bridge_stop(&b);
        return -1;
    }
    transmit(fd);
    b.stop = true;
    pthread_join(stats, NULL);
    bridge_stop(&b);
    return 0;
}
