// boost::thread with interruption points; sleep is interruptible
#include <boost/chrono.hpp>
#include <boost/thread.hpp>
class Ticker {
  boost::thread t_;
  int n_ = 0;
  void run() {
    try {
      while (true) {
        boost::this_thread::sleep_for(boost::chrono::seconds(5));
        ++n_;
      }
    } catch (boost::thread_interrupted &) {
    }
  }

public:
  Ticker() : t_(&Ticker::run, this) {}
  ~Ticker() {
    t_.interrupt();
    t_.join();
  }
};
int main() { Ticker t; }
