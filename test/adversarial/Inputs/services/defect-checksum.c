#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_FILES 16

struct sum_job {
    const char *path;
    unsigned long sum;
    int ok;
};

static void *sum_main(void *arg)
{
    struct sum_job *job = arg;
    FILE *f = fopen(job->path, "rb");
    int c;
    if (!f)
        return NULL;
    while ((c = fgetc(f)) != EOF)
        job->sum = job->sum * 31 + (unsigned char)c;
    fclose(f);
    job->ok = 1;
    return NULL;
}

static struct sum_job jobs[MAX_FILES];

int main(int argc, char **argv)
{
    pthread_t tid[MAX_FILES];
    int n = argc - 1;
    int i;

    if (n > MAX_FILES)
        n = MAX_FILES;
    for (i = 0; i < n; i++) {
        jobs[i].path = argv[i + 1];
        if (pthread_create(&tid[i], NULL, sum_main, &jobs[i]) != 0) {
            fprintf(stderr, "cannot start thread %d\n", i);
            return 1; // EXPECT: incomplete-work
        }
    }
    for (i = 0; i < n; i++)
        pthread_join(tid[i], NULL);
    for (i = 0; i < n; i++)
        if (jobs[i].ok)
            printf("%08lx %s\n", jobs[i].sum, jobs[i].path);
    return 0;
}
