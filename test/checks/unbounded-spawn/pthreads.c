// RUN: %check %s joinery-unbounded-spawn
// A thread for every connection.

#include <pthread.h>
#include <stdlib.h>

int acceptConnection(int Socket);
void *serve(void *Connection);

int serveAll(int Socket) {
  for (;;) {
    pthread_t Worker;
    int *Connection = malloc(sizeof *Connection);
    if (!Connection || (*Connection = acceptConnection(Socket)) < 0)
      return -1;
    if (pthread_create(&Worker, 0, serve, Connection) == 0)
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-spawn]
      pthread_detach(Worker);
  }
}

int serveSome(int Socket) {
  for (int I = 0; I < 4; ++I) {
    pthread_t Worker;
    if (pthread_create(&Worker, 0, serve, &Socket) == 0)
      pthread_detach(Worker);
  }
  return 0;
}
