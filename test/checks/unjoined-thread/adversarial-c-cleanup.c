// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: goto cleanup over arrays of threads, as C programs do it.

#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

struct job {
  int first, last;
};

void *work_main(void *arg);
void log_error(const char *what, int error);

int run_all(struct job *jobs, size_t count) {
  pthread_t *threads = calloc(count, sizeof *threads);
  size_t started = 0;
  int error = 0;
  if (!threads)
    return ENOMEM;
  for (; started < count; ++started) {
    error = pthread_create(&threads[started], NULL, work_main, &jobs[started]);
    if (error) {
      log_error("pthread_create", error);
      goto cleanup;
    }
  }
cleanup:
  while (started > 0)
    pthread_join(threads[--started], NULL);
  free(threads);
  return error;
}

int reader_and_writer(struct job *jobs) {
  pthread_t reader, writer;
  int error = pthread_create(&reader, NULL, work_main, &jobs[0]);
  if (error)
    goto out;
  error = pthread_create(&writer, NULL, work_main, &jobs[1]);
  if (error)
    goto join_reader;
  pthread_join(writer, NULL);
join_reader:
  pthread_join(reader, NULL);
out:
  return error;
}

struct server {
  pthread_t acceptor;
  pthread_t workers[4];
  int working;
  bool accepting;
};

int server_start(struct server *server, struct job *jobs) {
  int error = pthread_create(&server->acceptor, NULL, work_main, &jobs[0]);
  if (error)
    return error;
  server->accepting = true;
  for (server->working = 0; server->working < 4; ++server->working)
    if (pthread_create(server->workers + server->working, NULL, work_main,
                       &jobs[server->working + 1]) != 0)
      break;
  return 0;
}

void server_stop(struct server *server) {
  if (server->accepting)
    pthread_join(server->acceptor, NULL);
  for (int i = 0; i < server->working; ++i)
    pthread_join(server->workers[i], NULL);
}

static void join_thread(pthread_t *thread) {
  void *result = NULL;
  if (pthread_join(*thread, &result) != 0)
    log_error("pthread_join", EINVAL);
}

void joined_by_helper(struct job *job) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, work_main, job))
    return;
  join_thread(&thread);
}

static int spawn(pthread_t *thread, struct job *job) {
  return pthread_create(thread, NULL, work_main, job);
}

int started_by_helper(struct job *job) {
  pthread_t thread;
  if (spawn(&thread, job) != 0)
    return -1;
  pthread_join(thread, NULL);
  return 0;
}

int main(void) {
  struct job jobs[5] = {{0, 10}, {10, 20}, {20, 30}, {30, 40}, {40, 50}};
  struct server server = {.accepting = false};
  pthread_t last;
  if (server_start(&server, jobs) != 0)
    return EXIT_FAILURE;
  if (pthread_create(&last, NULL, work_main, &jobs[0]) != 0) {
    server_stop(&server);
    return EXIT_FAILURE;
  }
  pthread_join(last, NULL);
  server_stop(&server);
  return run_all(jobs, 5);
}
