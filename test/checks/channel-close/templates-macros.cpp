// RUN: %check %s joinery-channel-close
// Once per template; macros at their expansion.

#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/unbuffered_channel.hpp>
#include <memory>
#include <thread>
#include <utility>

template <typename T> using Channel = boost::fibers::buffered_channel<T>;
using boost::fibers::channel_op_status;

bool early();
template <typename T> void use(const T &Value);

// Reports.

template <typename T> void sendAfterClose(Channel<T> &Values, T Last) {
  Values.close();
  Values.push(Last);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
}

template <typename Values> void ofAnyKind(Values &Output) {
  if (early())
    Output.close();
  Output.push(1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
}

template <typename T> void ofAReceiver() {
  Channel<T> Values(64);
  std::jthread Sender([&Values] {
    for (int I = 0; I < 16; ++I)
      Values.push(T());
  });
  std::jthread Receiver([&Values] {
    T Value;
    Values.pop(Value);
    Values.close();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
  });
}

template void sendAfterClose(Channel<int> &, int);
template void sendAfterClose(Channel<long> &, long);
template void ofAnyKind(Channel<int> &);
template void ofAnyKind(boost::fibers::unbuffered_channel<int> &);
template void ofAReceiver<int>();
template void ofAReceiver<long>();

#define CLOSE(CHANNEL) (CHANNEL).close()
#define SEND(CHANNEL, VALUE) (CHANNEL).push(VALUE)
#define CLOSE_IF(CONDITION, CHANNEL)                                           \
  do {                                                                         \
    if (CONDITION)                                                             \
      (CHANNEL).close();                                                       \
  } while (false)

void closeOfAMacro(Channel<int> &Values) {
  CLOSE(Values);
  Values.push(1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
}

void sendOfAMacro(Channel<int> &Values) {
  CLOSE_IF(early(), Values);
  SEND(Values, 1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
}

void nullInAMacro() {
  std::unique_ptr<Channel<int>> Values;
  CLOSE(*Values);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
}

// Stays silent.

template <typename T> void closeLast(Channel<T> &Values, T Last) {
  Values.push(Last);
  Values.close();
}

template <typename T> void closeOnOnePath(Channel<T> &Values, T Last) {
  if (early()) {
    Values.close();
    return;
  }
  Values.push(Last);
}

template <bool Closes> void closesPerhaps(Channel<int> &Values) {
  if constexpr (Closes)
    Values.close();
  else
    Values.push(1);
}

template <typename T> void ofTheOnlySender() {
  Channel<T> Values(64);
  std::jthread Sender([&Values] {
    Values.push(T());
    Values.close();
  });
  T Value;
  while (Values.pop(Value) == channel_op_status::success)
    use(Value);
}

template <typename T> void neverMade(Channel<T> &Values, T Last) {
  Values.close();
  Values.push(Last);
}

template void closeLast(Channel<int> &, int);
template void closeOnOnePath(Channel<int> &, int);
template void closesPerhaps<true>(Channel<int> &);
template void closesPerhaps<false>(Channel<int> &);
template void ofTheOnlySender<int>();

#define SEND_AND_CLOSE(CHANNEL, VALUE)                                         \
  do {                                                                         \
    (CHANNEL).push(VALUE);                                                     \
    (CHANNEL).close();                                                         \
  } while (false)

void lastOfAMacro(Channel<int> &Values) {
  SEND(Values, 1);
  SEND_AND_CLOSE(Values, 2);
}

#define CLOSE_AND_RETURN_IF(CONDITION, CHANNEL)                                \
  do {                                                                         \
    if (CONDITION) {                                                           \
      (CHANNEL).close();                                                       \
      return;                                                                  \
    }                                                                          \
  } while (false)

void returnOfAMacro(Channel<int> &Values) {
  CLOSE_AND_RETURN_IF(early(), Values);
  SEND(Values, 1);
}

void testedInAMacro(std::unique_ptr<Channel<int>> Values) {
  CLOSE_IF(Values, *Values);
}
