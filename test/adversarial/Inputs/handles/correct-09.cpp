#include <boost/bind/bind.hpp>
#include <boost/thread.hpp>
#include <boost/thread/scoped_thread.hpp>
class Server {
  boost::thread_group g_;
  void loop(int n) {
    for (int i = 0; i < n; ++i)
      boost::this_thread::yield();
  }

public:
  void run(int n) {
    for (int i = 0; i < n; ++i)
      g_.create_thread(boost::bind(&Server::loop, this, i));
    g_.join_all();
  }
};
int main() {
  Server s;
  s.run(3);
  boost::scoped_thread<> t{boost::thread([] {})};
}
