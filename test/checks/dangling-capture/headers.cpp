// RUN: %check %s joinery-dangling-capture
// A header of the user's is reported at its own line, once.
#include "Inputs/outbox.h"

// CHECK: outbox.h:12:{{[0-9]+}}: warning: {{.*}}[joinery-dangling-capture]

void deliversTwice() {
  deliverLater("one");
  deliverLater("two");
  deliverACopyLater("three");
}
