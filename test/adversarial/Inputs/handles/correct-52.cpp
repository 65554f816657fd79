// templates & crtp active object, policy; boost futures; absl
// notification/BlockingCounter tracked detach
#include <absl/synchronization/blocking_counter.h>
#include <absl/synchronization/mutex.h>
#include <absl/synchronization/notification.h>
#include <memory>
#include <thread>
#include <vector>
void a() {
  absl::BlockingCounter bc(3);
  for (int i = 0; i < 3; ++i)
    std::thread([&bc] { bc.DecrementCount(); }).detach();
  bc.Wait();
}
void b() {
  auto n = std::make_shared<absl::Notification>();
  std::thread([n] { n->Notify(); }).detach();
  n->WaitForNotification();
}
class C {
  absl::Mutex mu_;
  bool stop_ ABSL_GUARDED_BY(mu_) = false;
  std::vector<std::thread> ts_;
  void run() {
    absl::MutexLock l(&mu_);
    mu_.Await(absl::Condition(&stop_));
  }

public:
  C() {
    ts_.emplace_back([this] { run(); });
  }
  ~C() {
    {
      absl::MutexLock l(&mu_);
      stop_ = true;
    }
    for (auto &t : ts_)
      t.join();
  }
};
template <class D> class Active {
protected:
  std::thread t_;
  void go() {
    t_ = std::thread([this] { static_cast<D *>(this)->run(); });
  }
  ~Active() {
    if (t_.joinable())
      t_.join();
  }
};
class Mine : public Active<Mine> {
public:
  Mine() { go(); }
  void run() noexcept {}
};
class Mine2 : public Active<Mine2> {
public:
  Mine2() { go(); }
  void run() noexcept {}
};
template <class Fn> class Periodic {
  Fn fn_;
  std::thread th_;

public:
  explicit Periodic(Fn f) : fn_(std::move(f)), th_([this] { fn_(); }) {}
  ~Periodic() { th_.join(); }
};
template <class Fn> Periodic(Fn) -> Periodic<Fn>;
int main() {
  Mine m;
  Mine2 n;
  Periodic p([] {});
  C c;
  a();
  b();
}
