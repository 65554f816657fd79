// RUN: %check %s --model=%S/Inputs/crew.yaml joinery-dangling-capture
// A library that a user's model describes is understood as the shipped ones.
#include "Inputs/crew.h"

#include <memory>
#include <string>
#include <utility>

void load(const std::string &crate);
void keep(crew::Hand hand);

// Reports.

void sendsOffAReference() {
  std::string crate = "tea";
  crew::sendOff([&crate] { load(crate); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

void dismissesAHand() {
  std::string crate = "tea";
  crew::Hand hand([&crate] { load(crate); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
  hand.dismiss();
}

void assignsToACallersGang(crew::Gang &gang) {
  std::string crate = "tea";
  gang.assign([&crate] { load(crate); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

crew::Hand returnsAHand() {
  std::string crate = "tea";
  return crew::Hand([&crate] { load(crate); });
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]
}

// Stays silent.

void sendsOffACopy() {
  std::string crate = "tea";
  crew::sendOff([crate] { load(crate); });
}

void sharesACrate() {
  auto crate = std::make_shared<std::string>("tea");
  crew::sendOff([crate] { load(*crate); });
}

void waitsForAHandAtTheEnd() {
  std::string crate = "tea";
  crew::Hand hand([&crate] { load(crate); });
}

void finishesAHand() {
  std::string crate = "tea";
  crew::Hand hand([&crate] { load(crate); });
  hand.finish();
}

void ownsItsGang() {
  std::string crate = "tea";
  crew::Gang gang(2);
  gang.assign([&crate] { load(crate); });
}

void finishesACallersGang(crew::Gang &gang) {
  std::string crate = "tea";
  gang.assign([&crate] { load(crate); });
  gang.finish();
}

void waitsForATally() {
  std::string crate = "tea";
  crew::Tally tally;
  tally.more(1);
  crew::sendOff([&] {
    load(crate);
    tally.one();
  });
  tally.zero();
}
