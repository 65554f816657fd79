// RUN: %check %s joinery-unowned-future -- -isystem %S/Inputs
// What a system header does is not this program's to mend.
#include <refresh.h>

void refreshesTwice() {
  refreshLater();
  refreshLater();
}

int readsAHeadersFuture() { return countLater().get(); }
