#include <pthread.h>
#include <stdbool.h>
struct bridge { pthread_t rx, tx; bool rx_up, tx_up; };
void *rx_main(void *), *tx_main(void *);
int transmit(void);
static void bridge_stop(struct bridge *b)
{
    if (b->rx_up) {
        pthread_join(b->rx, 0);
        b->rx_up = false;
    }
    if (b->tx_up) {
        pthread_join(b->tx, 0);
        b->tx_up = false;
    }
}
static int bridge_start(struct bridge *b)
{
    b->rx_up = b->tx_up = false;
    if (pthread_create(&b->rx, 0, rx_main, b) != 0)
        return -1;
    b->rx_up = true;
    if (pthread_create(&b->tx, 0, tx_main, b) != 0) {
        bridge_stop(b);
        return -1;
    }
    b->tx_up = true;
    return 0;
}
int bridge_run(void)
{
    struct bridge b;
    if (bridge_start(&b) != 0)
        return -1;
    transmit();
    bridge_stop(&b);
    return 0;
}
