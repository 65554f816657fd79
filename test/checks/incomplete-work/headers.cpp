// RUN: %check %s joinery-incomplete-work -- -I%S/Inputs
// The tasks and their wait stand in a header, the exits of main here; an exit
// in the header is reported there.

#include "journal.h"

// CHECK: journal.h:44:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]

bool openSocket();

int main() {
  static Journal Requests;
  Requests.add("start");
  if (!openSocket())
    return 1;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-incomplete-work]
  Requests.settle();
  return 0;
}
