// RUN: %check %s joinery-incomplete-work
// Detached by attribute or by call, a C thread dies with main.

#include <pthread.h>
#include <stddef.h>

void *flush_main(void *arg);
void *trim_main(void *arg);

int main(void) {
  pthread_t flusher, trimmer;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_create(&flusher, &attributes, flush_main, NULL);
  pthread_attr_destroy(&attributes);
  pthread_create(&trimmer, NULL, trim_main, NULL);
  pthread_detach(trimmer);
  return 0;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
  // CHECK: :[[@LINE-6]]:{{[0-9]+}}: note: {{.*}}
  // CHECK: :[[@LINE-5]]:{{[0-9]+}}: note: {{.*}}
}
