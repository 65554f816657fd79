// RUN: %check %s joinery-*
// Flags of structs and of the file.

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
void work(void);
struct worker {
  pthread_t t;
  atomic_bool stop;
};
static void *run(void *p) {
  struct worker *w = p;
  while (!atomic_load(&w->stop))
    work();
  return 0;
}
void good(void) {
  struct worker w = {.stop = false};
  if (pthread_create(&w.t, 0, run, &w))
    return;
  work();
  atomic_store(&w.stop, true);
  pthread_join(w.t, 0);
}
void bad(void) {
  struct worker w = {.stop = false};
  if (pthread_create(&w.t, 0, run, &w))
    return;
  pthread_join(w.t, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  atomic_store(&w.stop, true);
}
static atomic_bool g_stop;
static void *run2(void *p) {
  (void)p;
  while (!g_stop)
    work();
  return 0;
}
void bad2(void) {
  pthread_t t;
  if (pthread_create(&t, 0, run2, 0))
    return;
  pthread_join(t, 0);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-join-before-stop]
  g_stop = true;
}
static atomic_bool h_stop;
static void *run3(void *p) {
  (void)p;
  while (!h_stop)
    work();
  return 0;
}
void onsignal(int s) {
  (void)s;
  h_stop = true;
}
void good2(void) {
  pthread_t t;
  if (pthread_create(&t, 0, run3, 0))
    return;
  pthread_join(t, 0);
}
