// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: C programs whose detached threads are counted and awaited.

#include <pthread.h>
#include <semaphore.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

void serve(int client);
bool next_client(int *client);

struct server {
  pthread_mutex_t lock;
  pthread_cond_t idle;
  int active;
};

struct session {
  struct server *server;
  int client;
};

static void enter(struct server *server) {
  pthread_mutex_lock(&server->lock);
  server->active++;
  pthread_mutex_unlock(&server->lock);
}

static void leave(struct server *server) {
  pthread_mutex_lock(&server->lock);
  if (--server->active == 0)
    pthread_cond_signal(&server->idle);
  pthread_mutex_unlock(&server->lock);
}

static void *session_main(void *arg) {
  struct session *session = arg;
  struct server *server = session->server;
  serve(session->client);
  free(session);
  leave(server);
  return NULL;
}

static int start_session(struct server *server, int client) {
  pthread_t thread;
  struct session *session = malloc(sizeof *session);
  if (!session)
    return -1;
  session->server = server;
  session->client = client;
  enter(server);
  if (pthread_create(&thread, NULL, session_main, session) != 0) {
    leave(server);
    free(session);
    return -1;
  }
  pthread_detach(thread);
  return 0;
}

static void drain(struct server *server) {
  pthread_mutex_lock(&server->lock);
  while (server->active)
    pthread_cond_wait(&server->idle, &server->lock);
  pthread_mutex_unlock(&server->lock);
}

int main(void) {
  struct server server = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER,
                          0};
  int client;
  int status = EXIT_SUCCESS;
  while (next_client(&client)) {
    if (start_session(&server, client) != 0) {
      status = EXIT_FAILURE;
      goto out;
    }
  }
out:
  drain(&server);
  return status;
}
