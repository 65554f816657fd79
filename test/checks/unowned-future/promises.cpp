// RUN: %check %s joinery-unowned-future
// A packaged task or a promise is given to a task, but nobody keeps the future
// that would tell its result. The report stands at the spawn.
#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <utility>

using namespace std::chrono_literals;

int decode(const std::string &frame);
void enqueue(std::packaged_task<int()> task);
void onDecoded(std::future<int> pixels);

void decodeInto(std::promise<int> &pixels, const std::string &frame) {
  pixels.set_value(decode(frame));
}

// Reports.

void neverAsksForTheTasksFuture(const std::string &frame) {
  std::packaged_task<int()> task([frame] { return decode(frame); });
  std::jthread decoder(std::move(task));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void dropsTheTasksFuture(const std::string &frame) {
  std::packaged_task<int(const std::string &)> task(decode);
  (void)task.get_future();
  std::jthread decoder(std::move(task), frame);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void neverAsksForThePromisesFuture(const std::string &frame) {
  std::promise<int> pixels;
  auto work = [pixels = std::move(pixels), frame]() mutable {
    pixels.set_value(decode(frame));
  };
  std::jthread decoder(std::move(work));
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void sharesAPromiseWithoutAFuture(const std::string &frame) {
  auto pixels = std::make_shared<std::promise<int>>();
  std::jthread decoder([=] { pixels->set_value(decode(frame)); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

void passesAPromiseWithoutAFuture(const std::string &frame) {
  std::promise<int> pixels;
  std::thread decoder(decodeInto, std::ref(pixels), frame);
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
  decoder.join();
}

// Stays silent.

int keepsTheTasksFuture(const std::string &frame) {
  std::packaged_task<int()> task([frame] { return decode(frame); });
  std::future<int> pixels = task.get_future();
  std::jthread decoder(std::move(task));
  return pixels.get();
}

std::future<int> returnsTheTasksFuture(const std::string &frame,
                                       std::jthread &decoder) {
  std::packaged_task<int()> task([frame] { return decode(frame); });
  auto pixels = task.get_future();
  decoder = std::jthread(std::move(task));
  return pixels;
}

void handsTheTasksFutureOn(const std::string &frame) {
  std::packaged_task<int()> task([frame] { return decode(frame); });
  onDecoded(task.get_future());
  std::jthread decoder(std::move(task));
}

int asksForTheFutureLate(const std::string &frame) {
  std::promise<int> pixels;
  std::jthread decoder([&pixels, &frame] { pixels.set_value(decode(frame)); });
  return pixels.get_future().get();
}

int givesUpOnAPromise(const std::string &frame) {
  auto pixels = std::make_shared<std::promise<int>>();
  auto decoded = pixels->get_future();
  std::jthread decoder([=] { pixels->set_value(decode(frame)); });
  if (decoded.wait_for(50ms) == std::future_status::timeout)
    return 0;
  return decoded.get();
}

void enqueuesATask(const std::string &frame) {
  std::packaged_task<int()> task([frame] { return decode(frame); });
  onDecoded(task.get_future());
  enqueue(std::move(task));
}

int callsTheTaskItself(const std::string &frame) {
  std::packaged_task<int()> task([frame] { return decode(frame); });
  auto pixels = task.get_future();
  task();
  return pixels.get();
}

void fulfilsACallersPromise(std::promise<int> pixels, std::string frame) {
  std::jthread decoder(
      [pixels = std::move(pixels), frame = std::move(frame)]() mutable {
        pixels.set_value(decode(frame));
      });
}

void runsACallersTask(std::packaged_task<int()> task) {
  std::jthread decoder(std::move(task));
}

class Decoder {
public:
  void start(std::string frame) {
    thread_ = std::jthread(
        [this, frame = std::move(frame)] { pixels_.set_value(decode(frame)); });
  }

  int result() { return pixels_.get_future().get(); }

private:
  std::promise<int> pixels_;
  std::jthread thread_;
};
