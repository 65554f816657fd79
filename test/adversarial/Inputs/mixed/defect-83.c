#define _GNU_SOURCE
/* pthread_create then return from helper with local struct passed, not waited
 */
#include <pthread.h>
struct a {
  int x;
};
static void *w(void *p) {
  ((struct a *)p)->x++;
  return 0;
}
static pthread_t g;
int start(void) {
  struct a a = {1};
  return pthread_create(&g, 0, w, &a); // EXPECT: dangling-capture
}
void stop(void) { pthread_join(g, 0); }
