/* attr created joinable, cleanup goto chain, array of pthread_t by malloc,
 * count */
#include <pthread.h>
#include <stdlib.h>
static void *body(void *p) { return p; }
int run(size_t n) {
  pthread_t *th;
  pthread_attr_t attr;
  size_t i, started = 0;
  int rc = -1;
  th = malloc(n * sizeof(*th));
  if (th == NULL)
    return -1;
  if (pthread_attr_init(&attr) != 0)
    goto out_free;
  pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_JOINABLE);
  for (started = 0; started < n; started++)
    if (pthread_create(&th[started], &attr, body, NULL) != 0)
      goto out_join;
  rc = 0;
out_join:
  for (i = 0; i < started; i++)
    pthread_join(th[i], NULL);
  pthread_attr_destroy(&attr);
out_free:
  free(th);
  return rc;
}
static pthread_t g_tid;
static int g_on;
int mod_init(void) {
  g_on = pthread_create(&g_tid, NULL, body, NULL) == 0;
  return g_on ? 0 : -1;
}
void mod_exit(void) {
  if (g_on) {
    pthread_join(g_tid, NULL);
    g_on = 0;
  }
}
