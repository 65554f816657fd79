#include <boost/bind/bind.hpp>
#include <boost/thread.hpp>
class Sess {
  int n_ = 0;
  void run() { ++n_; }

public:
  void go() {
    boost::thread t(boost::bind(&Sess::run, this));
    t.detach(); // EXPECT: detached-thread
  }
};
