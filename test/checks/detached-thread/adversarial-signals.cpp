// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: signals raised by roundabout ways on every normal path.

#include <atomic>
#include <condition_variable>
#include <exception>
#include <functional>
#include <future>
#include <latch>
#include <memory>
#include <mutex>
#include <semaphore>
#include <string>
#include <thread>
#include <utility>

bool fetch(const std::string &Url, std::string &Text);
void store(const std::string &Text);

void bySwitch(int Kind) {
  std::latch Done(1);
  std::thread([&Done, Kind] {
    switch (Kind) {
    case 0:
      Done.count_down();
      return;
    case 1:
      store("one");
      break;
    default:
      store("many");
    }
    Done.count_down();
  }).detach();
  Done.wait();
}

void byGoto(std::string Url) {
  auto Done = std::make_shared<std::latch>(1);
  std::thread([Done, Url = std::move(Url)] {
    std::string Text;
    if (!fetch(Url, Text))
      goto out;
    store(Text);
  out:
    Done->count_down();
  }).detach();
  Done->wait();
}

void byEveryCatch(std::string Url) {
  auto Done = std::make_shared<std::latch>(1);
  std::thread([Done, Url = std::move(Url)] {
    try {
      std::string Text;
      if (fetch(Url, Text))
        store(Text);
    } catch (const std::exception &) {
      store("failed");
    } catch (...) {
    }
    Done->count_down();
  }).detach();
  Done->wait();
}

void byUniquePointerDeleter() {
  std::binary_semaphore Done(0);
  std::thread([&Done] {
    auto Raise = [](std::binary_semaphore *S) { S->release(); };
    std::unique_ptr<std::binary_semaphore, decltype(Raise)> End(&Done, Raise);
    store("text");
  }).detach();
  Done.acquire();
}

template <typename Action> struct Final {
  Action Act;
  ~Final() { Act(); }
};
template <typename Action> Final(Action) -> Final<Action>;

void byScopeGuard(std::string Url) {
  std::latch Done(1);
  std::thread([&] {
    Final End{[&] { Done.count_down(); }};
    std::string Text;
    if (!fetch(Url, Text))
      return;
    store(Text);
  }).detach();
  Done.wait();
}

void namedLambda() {
  std::latch Done(2);
  auto Work = [&Done](const char *Text) {
    store(Text);
    Done.count_down();
  };
  std::thread(Work, "a").detach();
  std::thread(Work, "b").detach();
  Done.wait();
}

struct Job {
  std::latch &Done;
  void operator()() const {
    store("job");
    Done.count_down();
  }
};

void functionObject() {
  std::latch Done(1);
  std::thread(Job{Done}).detach();
  Done.wait();
}

static void run(const std::string &Text, std::latch *Done) {
  store(Text);
  Done->count_down();
}

void boundEntry() {
  std::latch Done(1);
  std::thread(std::bind(run, "bound", &Done)).detach();
  Done.wait();
}

void forwardedPromise() {
  std::promise<bool> Fetched;
  auto Answer = Fetched.get_future();
  std::thread(
      [](std::promise<bool> P) {
        std::string Text;
        P.set_value(fetch("url", Text));
      },
      std::move(Fetched))
      .detach();
  Answer.get();
}

void waitedByAnotherThread() {
  auto Done = std::make_shared<std::latch>(1);
  std::thread([Done] {
    store("first");
    Done->count_down();
  }).detach();
  std::thread Follower([Done] {
    Done->wait();
    store("second");
  });
  Follower.join();
}

void arriveAndWait() {
  std::latch Both(2);
  std::thread([&Both] {
    store("one");
    Both.count_down();
  }).detach();
  store("two");
  Both.arrive_and_wait();
}
