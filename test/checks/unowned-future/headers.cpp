// RUN: %check %s joinery-unowned-future
// A header of the user's is reported at its own line, once; a helper that a
// header defines is seen through.
#include "Inputs/refresh.h"

// CHECK: refresh.h:10:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]

// Reports.

void discardsAHeadersFuture() {
  countLater();
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unowned-future]
}

// Stays silent.

void refreshesTwice() {
  refreshLater();
  refreshLater();
}

int readsAHeadersFuture() { return countLater().get(); }
