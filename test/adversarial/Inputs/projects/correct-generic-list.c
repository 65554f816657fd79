// A handle is copied into a list of C through its address: `const void *`, as
// every generic container of C takes it. The list has the duty then.
#include <pthread.h>
#include <stddef.h>
#include <string.h>

struct array {
  char *data;
  size_t len, size;
};
void append(struct array *list, const void *data, size_t count);
static void *work(void *data) { return data; }

void by_unseen(struct array *list, int count) {
  pthread_t thread;
  for (int i = 0; i < count; i++)
    if (pthread_create(&thread, NULL, work, NULL) == 0)
      append(list, &thread, 1);
}
void once(struct array *list) {
  pthread_t thread;
  pthread_create(&thread, NULL, work, NULL);
  append(list, &thread, 1);
}
void by_copy(struct array *list) {
  pthread_t thread;
  pthread_create(&thread, NULL, work, NULL);
  memcpy(list->data, &thread, sizeof thread);
}
void by_store(pthread_t *list) {
  pthread_t thread;
  pthread_create(&thread, NULL, work, NULL);
  *list = thread;
}
