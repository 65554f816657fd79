// RUN: %check %s joinery-channel-close
// A suppression with its reason silences the line of the second operation, and
// no other.

#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/unbuffered_channel.hpp>

#include <thread>

using Numbers = boost::fibers::buffered_channel<int>;

void without(Numbers &Output) {
  Output.close();
  Output.push(1);
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
}

void sameLine(Numbers &Output) {
  Output.close();
  Output.push(1); // NOLINT(joinery-channel-close): must be refused
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
    for (int Price = 9; Price > 0; --Price)
      Offers.push(Price);
  });
  std::jthread Buyer([&Offers] {
    int Price = 0;
    Offers.pop(Price);
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
