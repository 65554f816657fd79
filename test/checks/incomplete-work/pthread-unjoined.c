// RUN: %check %s joinery-incomplete-work
// A C main that returns ends its threads.

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
  puts("hello");
  return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
  // CHECK: :[[@LINE-5]]:{{[0-9]+}}: note: {{.*}}
}
