// RUN: %check %s joinery-unjoined-thread
// A C thread that nobody joins leaks; reported at its pthread_t or thrd_t.

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <threads.h>

void scan(int disk);
bool disk_ready(int disk);
void adopt(pthread_t *scanner);
void remember(pthread_t scanner);

static void *scan_main(void *arg) {
  scan(*(int *)arg);
  return NULL;
}

static int scan_c11(void *arg) {
  scan(*(int *)arg);
  return 0;
}

// Reports

void dropped(int *disk) {
  pthread_t scanner;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  pthread_create(&scanner, NULL, scan_main, disk);
}

int early_return(int *disk) {
  pthread_t scanner;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  if (pthread_create(&scanner, NULL, scan_main, disk) != 0)
    return -1;
  if (!disk_ready(*disk))
    return -2;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: note: {{.*}}
  pthread_join(scanner, NULL);
  return 0;
}

void array_dropped(int *disks) {
  pthread_t scanners[4];
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  for (int i = 0; i < 4; ++i)
    pthread_create(&scanners[i], NULL, scan_main, &disks[i]);
}

void c11_dropped(int *disk) {
  thrd_t scanner;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  thrd_create(&scanner, scan_c11, disk);
}

// Stays silent

void joined(int *disk) {
  pthread_t scanner;
  pthread_create(&scanner, NULL, scan_main, disk);
  pthread_join(scanner, NULL);
}

int failed_to_start(int *disk) {
  pthread_t scanner;
  int error = pthread_create(&scanner, NULL, scan_main, disk);
  if (error)
    return error;
  return pthread_join(scanner, NULL);
}

void started_or_not(int *disk) {
  pthread_t scanner;
  if (pthread_create(&scanner, NULL, scan_main, disk) == 0)
    pthread_join(scanner, NULL);
}

void started_is_remembered(int *disk, bool wanted) {
  pthread_t scanner;
  bool started = false;
  if (wanted)
    started = pthread_create(&scanner, NULL, scan_main, disk) == 0;
  scan(1);
  if (started)
    pthread_join(scanner, NULL);
}

void detached(int *disk) {
  pthread_t scanner;
  pthread_create(&scanner, NULL, scan_main, disk);
  pthread_detach(scanner);
}

static void *detaches_itself(void *arg) {
  pthread_detach(pthread_self());
  return scan_main(arg);
}

void self_detached(int *disk) {
  pthread_t scanner;
  pthread_create(&scanner, NULL, detaches_itself, disk);
}

void detached_by_attribute(int *disk) {
  pthread_t scanner;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_create(&scanner, &attributes, scan_main, disk);
  pthread_attr_destroy(&attributes);
}

void array_joined(int *disks, int count) {
  pthread_t scanners[16];
  for (int i = 0; i < count; ++i)
    pthread_create(&scanners[i], NULL, scan_main, &disks[i]);
  for (int i = 0; i < count; ++i)
    pthread_join(scanners[i], NULL);
}

pthread_t returned(int *disk) {
  pthread_t scanner;
  pthread_create(&scanner, NULL, scan_main, disk);
  return scanner;
}

int out_parameter(pthread_t *scanner, int *disk) {
  return pthread_create(scanner, NULL, scan_main, disk);
}

struct pool {
  pthread_t threads[8];
  int count;
};

int stored(struct pool *pool, int *disk) {
  pthread_t scanner;
  if (pthread_create(&scanner, NULL, scan_main, disk) != 0)
    return -1;
  pool->threads[pool->count++] = scanner;
  return 0;
}

static pthread_t background;

int global(int *disk) {
  return pthread_create(&background, NULL, scan_main, disk);
}

void unseen_owners(int *disk) {
  pthread_t first, second;
  pthread_create(&first, NULL, scan_main, disk);
  adopt(&first);
  pthread_create(&second, NULL, scan_main, disk);
  remember(second);
}

void c11_joined(int *disk) {
  thrd_t scanner;
  if (thrd_create(&scanner, scan_c11, disk) != thrd_success)
    return;
  thrd_join(scanner, NULL);
}
