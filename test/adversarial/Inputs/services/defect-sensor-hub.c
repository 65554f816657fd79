#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct hub {
    pthread_mutex_t lock;
    pthread_cond_t idle;
    int running;
    char name[32];
};

struct probe_job {
    struct hub *hub;
    int channel;
};

double probe(int channel);
void publish(const char *hub, int channel, double v);

static void *probe_main(void *arg)
{
    struct probe_job *job = arg;
    struct hub *hub = job->hub;
    publish(hub->name, job->channel, probe(job->channel));
    free(job);
    pthread_mutex_lock(&hub->lock);
    if (--hub->running == 0)
        pthread_cond_broadcast(&hub->idle);
    pthread_mutex_unlock(&hub->lock);
    return NULL;
}

int hub_probe(struct hub *hub, int channel)
{
    pthread_t t;
    struct probe_job *job = malloc(sizeof *job);
    if (!job)
        return -1;
    job->hub = hub;
    job->channel = channel;
    pthread_mutex_lock(&hub->lock);
    hub->running++;
    pthread_mutex_unlock(&hub->lock);
    if (pthread_create(&t, NULL, probe_main, job) != 0) {
        pthread_mutex_lock(&hub->lock);
        hub->running--;
        pthread_mutex_unlock(&hub->lock);
        free(job);
        return -1;
    }
    pthread_detach(t);
    return 0;
}

void hub_drain(struct hub *hub)
{
    pthread_mutex_lock(&hub->lock);
    while (hub->running > 0)
        pthread_cond_wait(&hub->idle, &hub->lock);
    pthread_mutex_unlock(&hub->lock);
}

static void *calibrate_main(void *arg)
{
    int *channel = arg;
    printf("calibrating %d: %f\n", *channel, probe(*channel));
    free(channel);
    return NULL;
}

int hub_calibrate(int channel)
{
    pthread_t t;
    pthread_attr_t attr;
    int *arg = malloc(sizeof *arg);
    int rc;
    if (!arg)
        return -1;
    *arg = channel;
    pthread_attr_init(&attr);
    pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
    rc = pthread_create(&t, &attr, calibrate_main, arg); // EXPECT: detached-thread
    pthread_attr_destroy(&attr);
    if (rc != 0)
        free(arg);
    return rc;
}

static void *self_detaching(void *arg)
{
    pthread_detach(pthread_self()); // EXPECT: detached-thread
    printf("%s\n", (const char *)arg);
    return NULL;
}

int hub_hello(void)
{
    pthread_t t;
    return pthread_create(&t, NULL, self_detaching, "hello");
}
