// REQUIRES: libuv
// RUN: %check %s joinery-unjoined-thread -- -std=gnu17 %libuv
// A thread of libuv that nobody joins leaks; what waits in a loop's queue is
// the loop's.

#include <stdbool.h>
#include <stdlib.h>
#include <uv.h>

void scan(int disk);
bool disk_ready(int disk);
void adopt(uv_thread_t *scanner);

static void scan_main(void *arg) { scan(*(int *)arg); }

// Reports

void dropped(int *disk) {
  uv_thread_t scanner;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  uv_thread_create(&scanner, scan_main, disk);
}

int early_return(int *disk, const uv_thread_options_t *options) {
  uv_thread_t scanner;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  if (uv_thread_create_ex(&scanner, options, scan_main, disk) != 0)
    return -1;
  if (!disk_ready(*disk))
    return -2;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: note: {{.*}}
  uv_thread_join(&scanner);
  return 0;
}

// Stays silent

int joined(int *disk) {
  uv_thread_t scanner;
  if (uv_thread_create(&scanner, scan_main, disk) != 0)
    return -1;
  disk_ready(*disk);
  return uv_thread_join(&scanner);
}

void all_joined(int *disks) {
  uv_thread_t scanners[4];
  for (int i = 0; i < 4; ++i)
    uv_thread_create(&scanners[i], scan_main, &disks[i]);
  for (int i = 0; i < 4; ++i)
    uv_thread_join(&scanners[i]);
}

// On Unix the handle is one of POSIX.
void joined_as_pthread(int *disk) {
  uv_thread_t scanner;
  uv_thread_create(&scanner, scan_main, disk);
  pthread_join(scanner, NULL);
}

void adopted(int *disk) {
  uv_thread_t scanner;
  uv_thread_create(&scanner, scan_main, disk);
  adopt(&scanner);
}

struct scanner {
  uv_thread_t thread;
};

void scanner_start(struct scanner *scanner, int *disk) {
  uv_thread_create(&scanner->thread, scan_main, disk);
}

static void scan_request(uv_work_t *request) { scan(*(int *)request->data); }

static void scan_done(uv_work_t *request, int status) {
  (void)status;
  free(request);
}

void queued(uv_loop_t *loop, int *disk) {
  uv_work_t *request = malloc(sizeof *request);
  request->data = disk;
  uv_queue_work(loop, request, scan_request, scan_done);
}

int queued_and_served(int *disk) {
  uv_work_t request = {.data = disk};
  uv_queue_work(uv_default_loop(), &request, scan_request, NULL);
  return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
