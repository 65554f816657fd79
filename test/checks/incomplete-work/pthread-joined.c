// RUN: %check %s joinery-incomplete-work
// Every thread that was started is joined, through arrays and helpers too.

#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>

enum { Workers = 8 };

void *work_main(void *arg);

static pthread_t logger;

static int start_logger(void) {
  return pthread_create(&logger, NULL, work_main, NULL);
}

static void stop_logger(void) { pthread_join(logger, NULL); }

int main(void) {
  pthread_t threads[Workers];
  int started = 0;
  if (start_logger() != 0)
    return EXIT_FAILURE;
  for (; started < Workers; ++started)
    if (pthread_create(&threads[started], NULL, work_main, NULL) != 0)
      break;
  for (int i = 0; i < started; ++i)
    pthread_join(threads[i], NULL);
  stop_logger();
  return EXIT_SUCCESS;
}
