// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-incomplete-work
// Correct: platform branches and wrappers around several thread libraries.

#include <pthread.h>
#include <thread>
#include <type_traits>
#include <utility>

void pollSensor();

#if defined(USE_BOOST)
#error "not on this platform"
#elif defined(_WIN32)
#error "not on this platform"
#else
using NativeThread = pthread_t;
#endif

// The classic portable wrapper.
class PortableThread {
public:
  using Function = void (*)();

  explicit PortableThread(Function Run) : Run(Run) {
    Started =
        pthread_create(&Native, nullptr, &PortableThread::enter, this) == 0;
  }
  PortableThread(const PortableThread &) = delete;
  ~PortableThread() {
    if (Started)
      pthread_join(Native, nullptr);
  }

private:
  static void *enter(void *Self) {
    static_cast<PortableThread *>(Self)->Run();
    return nullptr;
  }

  Function Run;
  NativeThread Native{};
  bool Started = false;
};

void wrapped() {
  PortableThread Poller(pollSensor);
  pollSensor();
}

// Chooses the type at compile time.
template <typename T> constexpr bool JoinsByItself = false;
template <> constexpr bool JoinsByItself<std::jthread> = true;

template <typename Thread> void run() {
  Thread Poller(pollSensor);
  if constexpr (!JoinsByItself<Thread>)
    Poller.join();
}

void both() {
  run<std::thread>();
  run<std::jthread>();
}

template <typename Thread, std::enable_if_t<!JoinsByItself<Thread>, int> = 0>
void finish(Thread &T) {
  T.join();
}

template <typename Thread, std::enable_if_t<JoinsByItself<Thread>, int> = 0>
void finish(Thread &) {}

void overloaded() {
  std::thread Plain(pollSensor);
  finish(Plain);
  std::jthread Joining(pollSensor);
  finish(Joining);
}

#define THREAD_LIBRARY std
#define MAKE_THREAD(Name, Run) THREAD_LIBRARY::thread Name(Run)
#define IF_THREADS(...) __VA_ARGS__

void underMacros() {
  IF_THREADS(MAKE_THREAD(Poller, pollSensor);)
  pollSensor();
  IF_THREADS(Poller.join();)
}
