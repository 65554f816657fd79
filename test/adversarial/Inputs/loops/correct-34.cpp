// main waits for SIGINT with sigwait; workers stopped then joined with deadline
// not needed
#include <atomic>
#include <csignal>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <thread>
#include <unistd.h>
struct Reactor {
  int ep = ::epoll_create1(0);
  int ev = ::eventfd(0, EFD_NONBLOCK);
  std::atomic<bool> quit{false};
  Reactor() {
    epoll_event e{};
    e.events = EPOLLIN;
    e.data.fd = ev;
    ::epoll_ctl(ep, EPOLL_CTL_ADD, ev, &e);
  }
  ~Reactor() {
    ::close(ep);
    ::close(ev);
  }
  void run() {
    epoll_event evs[16];
    while (!quit.load(std::memory_order_acquire)) {
      int n = ::epoll_wait(ep, evs, 16, -1);
      for (int i = 0; i < n; ++i) {
        eventfd_t v;
        if (evs[i].data.fd == ev)
          ::eventfd_read(ev, &v);
      }
    }
  }
  void stop() {
    quit.store(true, std::memory_order_release);
    ::eventfd_write(ev, 1);
  }
};
int main() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  Reactor r;
  std::thread t(&Reactor::run, &r);
  int sig;
  sigwait(&set, &sig);
  r.stop();
  t.join();
}
