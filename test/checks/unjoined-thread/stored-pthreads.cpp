// RUN: %check %s joinery-unjoined-thread
// A pthread_t that a container gets has an owner.

#include <deque>
#include <pthread.h>
#include <vector>

void *work(void *);

class Pool {
public:
  void start() {
    pthread_t Worker;
    if (pthread_create(&Worker, nullptr, work, nullptr) == 0)
      Workers.push_back(Worker);
  }
  void wait() {
    for (pthread_t Worker : Workers)
      pthread_join(Worker, nullptr);
  }

private:
  std::vector<pthread_t> Workers;
};

void intoADeque(std::deque<pthread_t> &Workers) {
  pthread_t Worker;
  if (pthread_create(&Worker, nullptr, work, nullptr) == 0)
    Workers.emplace_back(Worker);
}

void forgotten() {
  pthread_t Worker;
  // CHECK: :[[@LINE-1]]:13: warning: {{.*}} [joinery-unjoined-thread]
  pthread_create(&Worker, nullptr, work, nullptr);
}
