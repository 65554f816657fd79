// RUN: %check %s joinery-channel-close
// A suppression with its reason silences the line of the second operation, and
// no other.

#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/unbuffered_channel.hpp>

#include <thread>

using Numbers = boost::fibers::buffered_channel<int>;
using boost::fibers::channel_op_status;

void without(Numbers &Output) {
  Output.close();
  Output.push(1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
}

bool sameLine(Numbers &Output) {
  Output.close();
  return Output.push(1) == // NOLINT(joinery-channel-close): must be refused
         channel_op_status::closed;
}

void nextLine(Numbers &Output) {
  Output.close();
  // NOLINTNEXTLINE(joinery-channel-close): counts the refused
  Output.push(1);
}

// NOLINTBEGIN(joinery-channel-close): the buyer has the last word
void region() {
  boost::fibers::unbuffered_channel<int> Offers;
  std::jthread Seller([&Offers] {
    int Price = 9;
    while (Offers.push(Price--) == channel_op_status::success)
      continue;
  });
  std::jthread Buyer([&Offers] {
    int Price = 0;
    while (Offers.pop(Price) == channel_op_status::success)
      if (Price < 5)
        Offers.close();
  });
}
// NOLINTEND(joinery-channel-close)

void anotherChecksName(Numbers &Output) {
  Output.close();
  Output.push(1); // NOLINT(joinery-forgotten-sender): of another check
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
}

void atTheClose(Numbers &Output) {
  Output.close(); // NOLINT(joinery-channel-close): a note's line
  Output.push(1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
}
