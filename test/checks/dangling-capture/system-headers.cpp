// RUN: %check %s joinery-dangling-capture -- -isystem %S/Inputs
// What a system header does is not this program's to mend.
#include <outbox.h>

void deliversTwice() {
  deliverLater("one");
  deliverLater("two");
}
