// RUN: %check %s joinery-join-before-stop
// The task reaches its flag through a pointer back to the struct around it: the
// flag that the function sets is the same one, under a shorter name.
#include <pthread.h>
#include <stdlib.h>

struct pool;

struct worker {
  struct pool *pool;
  pthread_t thread;
};

struct pool {
  pthread_mutex_t lock;
  pthread_cond_t wake;
  int destroying;
  int count;
  struct worker workers[4];
};

void step(void);

static void *work(void *given) {
  struct worker *mine = given;
  struct pool *pool = mine->pool;
  while (!pool->destroying) {
    pthread_mutex_lock(&pool->lock);
    while (!pool->destroying)
      pthread_cond_wait(&pool->wake, &pool->lock);
    pthread_mutex_unlock(&pool->lock);
    step();
  }
  return 0;
}

struct pool *pool_create(int count) {
  struct pool *pool = calloc(1, sizeof(*pool));
  if (!pool)
    return 0;
  pool->count = count;
  for (int i = 0; i < pool->count; ++i) {
    pool->workers[i].pool = pool;
    if (pthread_create(&pool->workers[i].thread, 0, work, &pool->workers[i]))
      return 0;
  }
  return pool;
}

void pool_finish(struct pool *pool) {
  pthread_mutex_lock(&pool->lock);
  pool->destroying = 1;
  pthread_cond_broadcast(&pool->wake);
  pthread_mutex_unlock(&pool->lock);
}

void pool_destroy(struct pool *pool) {
  pthread_mutex_lock(&pool->lock);
  pool->destroying = 1;
  pthread_cond_broadcast(&pool->wake);
  pthread_mutex_unlock(&pool->lock);
  for (int i = 0; i < pool->count; ++i)
    pthread_join(pool->workers[i].thread, 0);
  free(pool);
}
