// Handles behind a local pointer whose object somebody else owns. None of these
// objects ends with the pointer, so nothing is lost at the end of the function.
#include <pthread.h>

struct host {
  pthread_t one;
  struct host *next;
};

struct host *lend(void *context);
static struct host *head;
static struct host table[4];
static struct host *own(int index) { return &table[index]; }
static void *spam(void *data) { return data; }

void initialised(void *context) {
  struct host *v = lend(context);
  pthread_create(&v->one, 0, spam, 0);
}
void assigned(void *context) {
  struct host *v;
  v = lend(context);
  pthread_create(&v->one, 0, spam, 0);
}
void tested(void *context) {
  struct host *v = lend(context);
  if (!v)
    return;
  pthread_create(&v->one, 0, spam, 0);
}
void field(void *context) {
  pthread_t *handle = &lend(context)->one;
  pthread_create(handle, 0, spam, 0);
}
void twice(void *context) {
  struct host *v = lend(context);
  pthread_t *handle = &v->one;
  pthread_create(handle, 0, spam, 0);
}
void visible(void) {
  struct host *v = own(1);
  pthread_create(&v->one, 0, spam, 0);
}
void list(void) {
  for (struct host *v = head; v; v = v->next)
    pthread_create(&v->one, 0, spam, 0);
}
