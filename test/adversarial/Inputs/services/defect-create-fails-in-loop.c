#include <pthread.h>
void *work(void *);
int main(void)
{
    pthread_t tid[4];
    for (int i = 0; i < 4; i++)
        if (pthread_create(&tid[i], 0, work, 0) != 0)
            return 1; // EXPECT: incomplete-work
    for (int i = 0; i < 4; i++)
        pthread_join(tid[i], 0);
    return 0;
}
