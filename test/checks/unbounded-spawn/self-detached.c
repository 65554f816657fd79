// RUN: %check %s joinery-unbounded-spawn
// Tasks that detach themselves.

#include <pthread.h>
#include <stdint.h>
#include <sys/socket.h>

void serve(int);

static void *detached_main(void *p) {
  pthread_detach(pthread_self());
  serve((int)(intptr_t)p);
  return NULL;
}

// Reports

void one_per_connection(int listener) {
  for (;;) {
    pthread_t thread;
    int socket = accept(listener, NULL, NULL);
    if (socket < 0)
      continue;
    pthread_create(&thread, NULL, detached_main, (void *)(intptr_t)socket);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
  }
}

// Stays silent

void one_alone(int socket) {
  pthread_t thread;
  pthread_create(&thread, NULL, detached_main, (void *)(intptr_t)socket);
}

void four(int listener) {
  for (int i = 0; i < 4; i++) {
    pthread_t thread;
    int socket = accept(listener, NULL, NULL);
    pthread_create(&thread, NULL, detached_main, (void *)(intptr_t)socket);
  }
}
