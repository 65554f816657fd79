// RUN: %check %s joinery-detached-thread
// The C interfaces: pthreads and C11 threads.

#include <pthread.h>
#include <stddef.h>
#include <threads.h>

void scan(int disk);

static void *scan_main(void *arg) {
  scan(*(int *)arg);
  return NULL;
}

static int scan_c11(void *arg) {
  scan(*(int *)arg);
  return 0;
}

// Reports

void given_up(int *disk) {
  pthread_t scanner;
  if (pthread_create(&scanner, NULL, scan_main, disk) == 0)
    pthread_detach(scanner);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void element_given_up(int *disks) {
  pthread_t scanners[4];
  for (int i = 0; i < 4; ++i)
    pthread_create(&scanners[i], NULL, scan_main, &disks[i]);
  for (int i = 0; i < 4; ++i)
    pthread_detach(scanners[i]);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

static void *self_detaching_main(void *arg) {
  pthread_detach(pthread_self());
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  scan(*(int *)arg);
  return NULL;
}

int detaches_itself(int *disk) {
  pthread_t scanner;
  return pthread_create(&scanner, NULL, self_detaching_main, disk);
}

int detached_attribute(int *disk) {
  pthread_t scanner;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  int error = pthread_create(&scanner, &attributes, scan_main, disk);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  pthread_attr_destroy(&attributes);
  return error;
}

int detached_attribute_over_lines(int *disk) {
  pthread_t scanner;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  int error = 0;
  if ((error = pthread_create(&scanner, &attributes, scan_main, disk)) != 0)
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
    scan(0);
  pthread_attr_destroy(&attributes);
  return error;
}

static void init_detached(pthread_attr_t *attributes) {
  pthread_attr_init(attributes);
  pthread_attr_setdetachstate(attributes, PTHREAD_CREATE_DETACHED);
}

int attribute_set_by_helper(int *disk) {
  pthread_t scanner;
  pthread_attr_t attributes;
  init_detached(&attributes);
  return pthread_create(&scanner, &attributes, scan_main, disk);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void c11_given_up(int *disk) {
  thrd_t scanner;
  if (thrd_create(&scanner, scan_c11, disk) == thrd_success)
    thrd_detach(scanner);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

static int c11_self_detaching(void *arg) {
  thrd_detach(thrd_current());
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
  return scan_c11(arg);
}

int c11_detaches_itself(int *disk) {
  thrd_t scanner;
  return thrd_create(&scanner, c11_self_detaching, disk);
}

// Stays silent

void joined(int *disk) {
  pthread_t scanner;
  if (pthread_create(&scanner, NULL, scan_main, disk) == 0)
    pthread_join(scanner, NULL);
}

void joinable_attribute(int *disk) {
  pthread_t scanner;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_JOINABLE);
  pthread_attr_setstacksize(&attributes, 1 << 20);
  if (pthread_create(&scanner, &attributes, scan_main, disk) == 0)
    pthread_join(scanner, NULL);
  pthread_attr_destroy(&attributes);
}

pthread_t attribute_of_the_caller(const pthread_attr_t *attributes, int *disk) {
  pthread_t scanner;
  pthread_create(&scanner, attributes, scan_main, disk);
  return scanner;
}

void c11_joined(int *disk) {
  thrd_t scanner;
  if (thrd_create(&scanner, scan_c11, disk) == thrd_success)
    thrd_join(scanner, NULL);
}
