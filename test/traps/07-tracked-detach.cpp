// RUN: %check %s joinery-detached-thread,joinery-unowned-future,joinery-forgotten-sender,joinery-unjoined-thread,joinery-incomplete-work,joinery-dangling-capture
// Detached, but somebody waits until it is done.
#include <pthread.h>

#include <array>
#include <atomic>
#include <condition_variable>
#include <future>
#include <latch>
#include <memory>
#include <mutex>
#include <semaphore>
#include <string>
#include <thread>
#include <utility>

void work();
void store(const std::string &line);

void tracksByALatch() {
  auto done = std::make_shared<std::latch>(2);
  for (int i = 0; i < 2; ++i)
    std::thread([done] {
      work();
      done->count_down();
    }).detach();
  done->wait();
}

void tracksByASemaphore() {
  auto done = std::make_shared<std::counting_semaphore<4>>(0);
  for (int i = 0; i < 4; ++i)
    std::thread([done] {
      work();
      done->release();
    }).detach();
  for (int i = 0; i < 4; ++i)
    done->acquire();
}

void tracksByAPromise() {
  std::promise<void> done;
  auto finished = done.get_future();
  std::thread([done = std::move(done)]() mutable {
    work();
    done.set_value();
  }).detach();
  finished.wait();
}

void tracksByAPackagedTask() {
  std::packaged_task<void()> task(work);
  auto finished = task.get_future();
  std::thread(std::move(task)).detach();
  finished.get();
}

void tracksAtThreadExit() {
  std::promise<void> done;
  auto finished = done.get_future();
  std::thread([done = std::move(done)]() mutable {
    done.set_value_at_thread_exit();
    work();
  }).detach();
  finished.wait();
}

class Uploads {
public:
  void add(std::string line) {
    pending_.fetch_add(1);
    std::thread([this, line = std::move(line)] {
      store(line);
      pending_.fetch_sub(1);
      pending_.notify_all();
    }).detach();
  }

  void drain() {
    for (int left = pending_.load(); left != 0; left = pending_.load())
      pending_.wait(left);
  }

private:
  std::atomic<int> pending_{0};
};

std::mutex reportMutex;
std::condition_variable reportChanged;
bool reported = false;

void tracksByNotifyAtThreadExit() {
  std::thread([] {
    work();
    std::unique_lock lock(reportMutex);
    reported = true;
    std::notify_all_at_thread_exit(reportChanged, std::move(lock));
  }).detach();
  std::unique_lock lock(reportMutex);
  reportChanged.wait(lock, [] { return reported; });
}

struct Running {
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
  int count = 0;
};

Running running;

void *runMain(void *) {
  work();
  pthread_mutex_lock(&running.mutex);
  --running.count;
  pthread_cond_signal(&running.changed);
  pthread_mutex_unlock(&running.mutex);
  return nullptr;
}

void tracksByACounter() {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_mutex_lock(&running.mutex);
  ++running.count;
  pthread_mutex_unlock(&running.mutex);
  pthread_t thread;
  if (pthread_create(&thread, &attributes, runMain, nullptr) != 0) {
    pthread_mutex_lock(&running.mutex);
    --running.count;
    pthread_mutex_unlock(&running.mutex);
  }
  pthread_attr_destroy(&attributes);
  pthread_mutex_lock(&running.mutex);
  while (running.count > 0)
    pthread_cond_wait(&running.changed, &running.mutex);
  pthread_mutex_unlock(&running.mutex);
}
