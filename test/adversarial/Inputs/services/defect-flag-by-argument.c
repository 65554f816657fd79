#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>
void tick(void);
static atomic_int quit;
static void *tick_main(void *arg)
{
    atomic_int *stop = arg;
    while (!*stop) {
        tick();
        sleep(5); // EXPECT: uninterruptible-sleep
    }
    return 0;
}
static pthread_t t;
int start(void) { return pthread_create(&t, 0, tick_main, &quit); }
void stop(void) { quit = 1; pthread_join(t, 0); }
