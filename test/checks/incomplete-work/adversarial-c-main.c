// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: a C main that leaves by exit, atexit and goto, after its threads.

#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

void *log_main(void *arg);
void *work_main(void *arg);
bool load(const char *file);

static pthread_t logger;
static bool logging;

static void stop_logger(void) {
  if (logging) {
    logging = false;
    pthread_join(logger, NULL);
  }
}

static void die(const char *why) {
  fprintf(stderr, "%s\n", why);
  stop_logger();
  exit(EXIT_FAILURE);
}

static void usage(void) {
  fputs("usage: work FILE...\n", stderr);
  exit(2);
}

int main(int argc, char **argv) {
  pthread_t workers[32];
  int started = 0, status = EXIT_SUCCESS;

  if (argc < 2 || argc > 33)
    usage();
  if (pthread_create(&logger, NULL, log_main, NULL) != 0)
    return EXIT_FAILURE;
  logging = true;
  atexit(stop_logger);

  if (!load("settings"))
    die("no settings");

  for (int i = 1; i < argc; ++i) {
    if (!load(argv[i])) {
      status = EXIT_FAILURE;
      goto join;
    }
    if (pthread_create(&workers[started], NULL, work_main, argv[i]) != 0)
      goto join;
    ++started;
  }

join:
  for (int i = 0; i < started; ++i)
    pthread_join(workers[i], NULL);
  if (status != EXIT_SUCCESS)
    exit(status);
  return status;
}
