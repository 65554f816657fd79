// RUN: %check %s joinery-detached-thread -- -I%S/Inputs
// A finding in a header is reported once, at its line in the header.

#include "reporter.h"
#include "reporter.h"

// CHECK: reporter.h:19:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]

void twoUsers(Reporter &First, Reporter &Second) {
  First.report(1);
  Second.report(2);
  reportLater<int>(3);
  reportLater<long>(4);
}
