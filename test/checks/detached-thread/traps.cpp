// RUN: %check %s joinery-detached-thread
// Known traps for checkers: detached, and yet somebody knows when it ends.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <future>
#include <latch>
#include <map>
#include <memory>
#include <mutex>
#include <pthread.h>
#include <semaphore>
#include <string>
#include <thread>
#include <utility>

int countPages(const std::string &File);
void print(int Page);
bool printerReady();

// The library signals for the task, when it is wholly over.
std::mutex CountMutex;
std::condition_variable CountDone;
int Counted = -1;

int signalsAtThreadExit(const std::string &File) {
  std::thread([File] {
    int Found = countPages(File);
    std::unique_lock Lock(CountMutex);
    Counted = Found;
    std::notify_all_at_thread_exit(CountDone, std::move(Lock));
  }).detach();
  std::unique_lock Lock(CountMutex);
  CountDone.wait(Lock, [] { return Counted >= 0; });
  return std::exchange(Counted, -1);
}

int promiseAtThreadExit(const std::string &File) {
  std::promise<int> Result;
  auto Pages = Result.get_future();
  std::thread([Result = std::move(Result), File]() mutable {
    Result.set_value_at_thread_exit(countPages(File));
  }).detach();
  return Pages.get();
}

void flagAndNotify() {
  auto Done = std::make_shared<std::atomic<bool>>(false);
  std::thread([Done] {
    print(1);
    Done->store(true);
    Done->notify_all();
  }).detach();
  Done->wait(false);
}

void sharedSemaphore(int Pages) {
  auto Printed = std::make_shared<std::counting_semaphore<>>(0);
  for (int Page = 0; Page < Pages; ++Page)
    std::thread([Printed, Page] {
      print(Page);
      Printed->release();
    }).detach();
  for (int Page = 0; Page < Pages; ++Page)
    Printed->acquire();
}

bool triedUntilADeadline() {
  auto Printed = std::make_shared<std::binary_semaphore>(0);
  std::thread([Printed] {
    print(2);
    Printed->release();
  }).detach();
  return Printed->try_acquire_for(std::chrono::seconds(3));
}

// A detached attribute, and a condition that the owner waits for.
struct Spool {
  pthread_mutex_t Mutex = PTHREAD_MUTEX_INITIALIZER;
  pthread_cond_t Empty = PTHREAD_COND_INITIALIZER;
  int Active = 0;
};

Spool Spooling;

void *printMain(void *) {
  print(3);
  pthread_mutex_lock(&Spooling.Mutex);
  --Spooling.Active;
  pthread_cond_signal(&Spooling.Empty);
  pthread_mutex_unlock(&Spooling.Mutex);
  return nullptr;
}

bool detachedAttribute() {
  pthread_attr_t Attributes;
  pthread_attr_init(&Attributes);
  pthread_attr_setdetachstate(&Attributes, PTHREAD_CREATE_DETACHED);
  pthread_mutex_lock(&Spooling.Mutex);
  ++Spooling.Active;
  pthread_mutex_unlock(&Spooling.Mutex);
  pthread_t Printer;
  bool Started = pthread_create(&Printer, &Attributes, printMain, nullptr) == 0;
  pthread_attr_destroy(&Attributes);
  pthread_mutex_lock(&Spooling.Mutex);
  if (!Started)
    --Spooling.Active;
  while (Spooling.Active > 0)
    pthread_cond_wait(&Spooling.Empty, &Spooling.Mutex);
  pthread_mutex_unlock(&Spooling.Mutex);
  return Started;
}

// The signal is raised by a callee, on an object that travels through it.
static void finish(std::latch &Done) { Done.count_down(); }

static void printAndFinish(int Page, std::latch &Done) {
  print(Page);
  finish(Done);
}

void signalledByACallee() {
  std::latch Done(2);
  for (int Page = 0; Page < 2; ++Page)
    std::thread(printAndFinish, Page, std::ref(Done)).detach();
  Done.wait();
}

// A loop in the task counts down, one for each of its pages.
void countsDownInALoop() {
  std::latch Done(8);
  std::thread([&Done] {
    for (int Page = 0; Page < 8; ++Page) {
      print(Page);
      Done.count_down();
    }
  }).detach();
  Done.wait();
}

// Both ends of the branch signal, one by the value, one by the error.
int errorOrValue(const std::string &File) {
  auto Result = std::make_shared<std::promise<int>>();
  auto Pages = Result->get_future();
  std::thread([Result, File] {
    try {
      Result->set_value(countPages(File));
    } catch (...) {
      Result->set_exception(std::current_exception());
    }
  }).detach();
  return Pages.get();
}
