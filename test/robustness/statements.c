// RUN: %check %s joinery-unjoined-thread -- -std=gnu89 -Wno-implicit-int -Wno-deprecated-non-prototype
// GNU statements and old C: statement expressions, computed goto, asm goto,
// K&R parameters, a switch into a loop.
#include <pthread.h>

void *work(void *given);
int chosen(int n);

int inAStatementExpression(int n) {
  pthread_t worker;
  int result = ({
    pthread_create(&worker, 0, work, 0);
    chosen(3);
  });
  int other = n ?: ({
    int seen = chosen(2);
    seen;
  });
  while (({
    if (chosen(1))
      break;
    chosen(2);
  }))
    ;
  pthread_join(worker, 0);
  return ({ ({ ({ result + other; }); }); });
}

void lostInAStatementExpression(void) {
  ({
    pthread_t lost;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
    pthread_create(&lost, 0, work, 0);
  });
}

void byAComputedGoto(int n) {
  static void *targets[] = {&&first, &&second, &&last};
  pthread_t worker;
  pthread_create(&worker, 0, work, 0);
  goto *targets[n];
first:
  chosen(1);
  goto *targets[chosen(2)];
second:
  chosen(2);
  goto *targets[chosen(1)];
last:
  pthread_join(worker, 0);
}

int byAGotoInAssembly(void) {
  pthread_t worker;
  pthread_create(&worker, 0, work, 0);
  __asm__ goto("" : : : : out);
  pthread_join(worker, 0);
  return 1;
out:
  pthread_join(worker, 0);
  return 2;
}

int oldParameters(count, worker)
int count;
pthread_t *worker;
{
  pthread_create(worker, 0, work, 0);
  return count;
}

void joinsAnOldOne() {
  pthread_t worker;
  oldParameters(1, &worker);
  pthread_join(worker, 0);
}

void losesAnOldOne() {
  pthread_t lost;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  oldParameters(1, &lost);
}
