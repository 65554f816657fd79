// RUN: %check %s joinery-dangling-capture
// The argument of a POSIX thread that may outlive the frame.
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <string.h>

struct probe {
  char host[64];
  int port;
};

void probe_run(const struct probe *probe);
void keep_thread(pthread_t thread);

static pthread_t last_probe;

static void *probe_main(void *arg) {
  probe_run(arg);
  return NULL;
}

static void *probe_owned_main(void *arg) {
  probe_run(arg);
  free(arg);
  return NULL;
}

static void *port_main(void *arg) {
  struct probe probe = {.port = (int)(long)arg};
  probe_run(&probe);
  return NULL;
}

static void *probe_self_detached_main(void *arg) {
  pthread_detach(pthread_self());
  probe_run(arg);
  return NULL;
}

// Reports.

int probe_detached(const char *host) {
  struct probe probe = {.port = 80};
  pthread_t thread;
  strncpy(probe.host, host, sizeof probe.host - 1);
  if (pthread_create(&thread, NULL, probe_main, &probe) != 0)
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
    return -1;
  pthread_detach(thread);
  return 0;
}

int probe_detached_by_attribute(int port) {
  struct probe probe = {.port = port};
  pthread_attr_t attributes;
  pthread_t thread;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  int failed = pthread_create(&thread, &attributes, probe_main, &probe);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
  pthread_attr_destroy(&attributes);
  return failed;
}

int probe_parameter(struct probe probe) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, probe_main, &probe) != 0)
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
    return -1;
  return pthread_detach(thread);
}

int probe_first_of_array(void) {
  struct probe probes[2] = {{.port = 80}, {.port = 443}};
  pthread_t thread;
  if (pthread_create(&thread, NULL, probe_main, probes) != 0)
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
    return -1;
  return pthread_detach(thread);
}

int probe_self_detached(int port) {
  struct probe probe = {.port = port};
  pthread_t thread;
  return pthread_create(&thread, NULL, probe_self_detached_main, &probe);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

int probe_kept(int port) {
  struct probe probe = {.port = port};
  return pthread_create(&last_probe, NULL, probe_main, &probe);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

// Stays silent.

int probe_joined(int port) {
  struct probe probe = {.port = port};
  pthread_t thread;
  if (pthread_create(&thread, NULL, probe_main, &probe) != 0)
    return -1;
  return pthread_join(thread, NULL);
}

int probe_all_joined(void) {
  struct probe probes[2] = {{.port = 80}, {.port = 443}};
  pthread_t threads[2];
  int started = 0;
  for (; started < 2; ++started)
    if (pthread_create(&threads[started], NULL, probe_main, &probes[started]) !=
        0)
      break;
  for (int i = 0; i < started; ++i)
    pthread_join(threads[i], NULL);
  return started;
}

int probe_owned(int port) {
  struct probe *probe = calloc(1, sizeof *probe);
  pthread_t thread;
  if (probe == NULL)
    return -1;
  probe->port = port;
  if (pthread_create(&thread, NULL, probe_owned_main, probe) != 0) {
    free(probe);
    return -1;
  }
  return pthread_detach(thread);
}

int probe_static(void) {
  static struct probe probe = {.port = 80};
  pthread_t thread;
  if (pthread_create(&thread, NULL, probe_main, &probe) != 0)
    return -1;
  return pthread_detach(thread);
}

int probe_callers(struct probe *probe) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, probe_main, probe) != 0)
    return -1;
  return pthread_detach(thread);
}

int probe_number(long port) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, port_main, (void *)port) != 0)
    return -1;
  return pthread_detach(thread);
}

int probe_nothing(void) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, port_main, NULL) != 0)
    return -1;
  return pthread_detach(thread);
}

struct waited_probe {
  struct probe probe;
  sem_t done;
};

static void *waited_main(void *arg) {
  struct waited_probe *waited = arg;
  probe_run(&waited->probe);
  sem_post(&waited->done);
  return NULL;
}

int probe_waited(int port) {
  struct waited_probe waited = {.probe = {.port = port}};
  pthread_t thread;
  sem_init(&waited.done, 0, 0);
  if (pthread_create(&thread, NULL, waited_main, &waited) != 0)
    return -1;
  pthread_detach(thread);
  sem_wait(&waited.done);
  return 0;
}

int probe_kept_by_others(struct probe *probe) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, probe_main, probe) != 0)
    return -1;
  keep_thread(thread);
  return 0;
}
