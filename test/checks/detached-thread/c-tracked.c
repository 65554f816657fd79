// RUN: %check %s joinery-detached-thread
// Detached C threads whose end somebody waits for.

#define _POSIX_C_SOURCE 200809L

#include <pthread.h>
#include <semaphore.h>
#include <stddef.h>
#include <threads.h>
#include <time.h>

void render(int frame);

struct batch {
  pthread_mutex_t lock;
  pthread_cond_t empty;
  int left;
};

static struct batch frames = {PTHREAD_MUTEX_INITIALIZER,
                              PTHREAD_COND_INITIALIZER, 0};

// Stays silent

static void *render_main(void *arg) {
  render(*(int *)arg);
  pthread_mutex_lock(&frames.lock);
  if (--frames.left == 0)
    pthread_cond_broadcast(&frames.empty);
  pthread_mutex_unlock(&frames.lock);
  return NULL;
}

int start_frame(int *frame) {
  pthread_t renderer;
  pthread_mutex_lock(&frames.lock);
  ++frames.left;
  pthread_mutex_unlock(&frames.lock);
  if (pthread_create(&renderer, NULL, render_main, frame) != 0) {
    pthread_mutex_lock(&frames.lock);
    --frames.left;
    pthread_mutex_unlock(&frames.lock);
    return -1;
  }
  pthread_detach(renderer);
  return 0;
}

void finish_frames(void) {
  pthread_mutex_lock(&frames.lock);
  while (frames.left > 0)
    pthread_cond_wait(&frames.empty, &frames.lock);
  pthread_mutex_unlock(&frames.lock);
}

static sem_t rendered;

static void *render_and_post(void *arg) {
  render(*(int *)arg);
  sem_post(&rendered);
  return NULL;
}

void render_pair(int *frame) {
  pthread_attr_t attributes;
  pthread_t renderer;
  sem_init(&rendered, 0, 0);
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_create(&renderer, &attributes, render_and_post, &frame[0]);
  pthread_create(&renderer, &attributes, render_and_post, &frame[1]);
  pthread_attr_destroy(&attributes);
  sem_wait(&rendered);
  sem_wait(&rendered);
}

struct job {
  int frame;
  sem_t done;
};

static void *render_job(void *arg) {
  struct job *job = arg;
  render(job->frame);
  sem_post(&job->done);
  return NULL;
}

int render_within(struct job *job, const struct timespec *deadline) {
  pthread_t renderer;
  sem_init(&job->done, 0, 0);
  if (pthread_create(&renderer, NULL, render_job, job) != 0)
    return -1;
  pthread_detach(renderer);
  return sem_timedwait(&job->done, deadline);
}

static mtx_t shades_lock;
static cnd_t shades_done;
static int shades_left;

static int shade_main(void *arg) {
  render(*(int *)arg);
  mtx_lock(&shades_lock);
  --shades_left;
  cnd_broadcast(&shades_done);
  mtx_unlock(&shades_lock);
  return 0;
}

int shade(int *frame) {
  thrd_t shader;
  mtx_lock(&shades_lock);
  ++shades_left;
  mtx_unlock(&shades_lock);
  if (thrd_create(&shader, shade_main, frame) == thrd_success) {
    thrd_detach(shader);
    return 0;
  }
  mtx_lock(&shades_lock);
  --shades_left;
  mtx_unlock(&shades_lock);
  return -1;
}

void wait_for_shades(void) {
  mtx_lock(&shades_lock);
  while (shades_left != 0)
    cnd_wait(&shades_done, &shades_lock);
  mtx_unlock(&shades_lock);
}
