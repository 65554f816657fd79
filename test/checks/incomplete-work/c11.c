// RUN: %check %s joinery-incomplete-work
// C11 threads, with exits that wait and one that does not.

#include <stdlib.h>
#include <threads.h>

int flush_main(void *arg);
int load(const char *file);

int main(int argc, char **argv) {
  thrd_t flusher;
  if (thrd_create(&flusher, flush_main, NULL) != thrd_success)
    return EXIT_FAILURE;
  if (argc > 1 && load(argv[1]) != 0)
    return EXIT_FAILURE;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
  thrd_join(flusher, NULL);
  return EXIT_SUCCESS;
}
