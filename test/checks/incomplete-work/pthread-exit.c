// RUN: %check %s joinery-incomplete-work
// pthread_exit ends main alone; the process lives until its threads are done.

#include <pthread.h>
#include <stddef.h>
#include <stdio.h>

static void *print_main(void *arg) {
  puts(arg);
  return NULL;
}

int main(void) {
  pthread_t printer;
  if (pthread_create(&printer, NULL, print_main, "goodbye") != 0)
    return 1;
  pthread_detach(printer);
  puts("hello");
  pthread_exit(NULL);
}
