// RUN: %check %s joinery-dangling-capture
// Boost's threads and fibers follow the same rule.
#include <boost/fiber/fiber.hpp>
#include <boost/fiber/future.hpp>
#include <boost/thread/future.hpp>
#include <boost/thread/scoped_thread.hpp>
#include <boost/thread/thread.hpp>

#include <memory>
#include <string>
#include <utility>

void send(const std::string &text);

// Reports.

void detachesAThread() {
  std::string text = "hello";
  boost::thread([&text] { send(text); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void detachesAFiber() {
  std::string text = "hello";
  boost::fibers::fiber([&text] { send(text); }).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void bindsAReference() {
  std::string text = "hello";
  boost::thread(send, boost::cref(text)).detach();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

boost::fibers::future<void> returnsAFiberFuture() {
  std::string text = "hello";
  return boost::fibers::async([&text] { send(text); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

// Stays silent.

void detachesWithACopy() {
  std::string text = "hello";
  boost::thread([text] { send(text); }).detach();
}

void joinsAThread() {
  std::string text = "hello";
  boost::thread sender([&text] { send(text); });
  sender.join();
}

void joinsAFiber() {
  std::string text = "hello";
  boost::fibers::fiber sender([&text] { send(text); });
  sender.join();
}

void joinsByScope() {
  std::string text = "hello";
  boost::scoped_thread<> sender(boost::thread([&text] { send(text); }));
}

void joinsAGroup() {
  std::string text = "hello";
  boost::thread_group senders;
  senders.create_thread([&text] { send(text); });
  senders.create_thread([&text] { send(text); });
  senders.join_all();
}

void getsAFiberFuture() {
  std::string text = "hello";
  boost::fibers::async([&text] { send(text); }).get();
}
