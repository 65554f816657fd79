// RUN: %check %s joinery-incomplete-work
// One path of main skips the pthread_join that the other makes.

#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>

int load(const char *file);
void *compress_main(void *arg);

int main(int argc, char **argv) {
  pthread_t compressor;
  if (argc < 2)
    return 2;
  if (pthread_create(&compressor, NULL, compress_main, argv[1]) != 0)
    return 3;
  if (load(argv[1]) < 0)
    return 1;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
  if (load("index") < 0)
    exit(4);
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
  pthread_join(compressor, NULL);
  return 0;
}
