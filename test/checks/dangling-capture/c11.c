// RUN: %check %s joinery-dangling-capture
// The argument of a C11 thread that may outlive the frame.
#include <stdlib.h>
#include <threads.h>

struct alarm {
  int minutes;
  char text[32];
};

void ring(const struct alarm *alarm);
int ready(void);

static int alarm_main(void *arg) {
  ring(arg);
  return 0;
}

static int owned_alarm_main(void *arg) {
  ring(arg);
  free(arg);
  return 0;
}

// Reports.

int set_detached(int minutes) {
  struct alarm alarm = {minutes, "tea"};
  thrd_t thread;
  if (thrd_create(&thread, alarm_main, &alarm) != thrd_success)
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
    return -1;
  return thrd_detach(thread);
}

int set_detached_by_pointer(int minutes) {
  struct alarm alarm = {minutes, "tea"};
  struct alarm *current = &alarm;
  thrd_t thread;
  if (thrd_create(&thread, alarm_main, current) != thrd_success)
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
    return -1;
  return thrd_detach(thread);
}

// Stays silent.

int set_joined(int minutes) {
  struct alarm alarm = {minutes, "tea"};
  thrd_t thread;
  if (thrd_create(&thread, alarm_main, &alarm) != thrd_success)
    return -1;
  return thrd_join(thread, NULL);
}

int set_joined_on_every_path(int minutes) {
  struct alarm alarm = {minutes, "tea"};
  thrd_t thread;
  if (thrd_create(&thread, alarm_main, &alarm) != thrd_success)
    return -1;
  if (!ready()) {
    thrd_join(thread, NULL);
    return -1;
  }
  return thrd_join(thread, NULL);
}

int set_static(void) {
  static struct alarm alarm = {5, "tea"};
  thrd_t thread;
  if (thrd_create(&thread, alarm_main, &alarm) != thrd_success)
    return -1;
  return thrd_detach(thread);
}

int set_owned(int minutes) {
  struct alarm *alarm = malloc(sizeof *alarm);
  thrd_t thread;
  if (alarm == NULL)
    return -1;
  *alarm = (struct alarm){minutes, "tea"};
  if (thrd_create(&thread, owned_alarm_main, alarm) != thrd_success) {
    free(alarm);
    return -1;
  }
  return thrd_detach(thread);
}

int set_nothing(void) {
  thrd_t thread;
  if (thrd_create(&thread, owned_alarm_main, NULL) != thrd_success)
    return -1;
  return thrd_detach(thread);
}
