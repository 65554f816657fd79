// RUN: %check %s --model=%S/Inputs/quarry.yaml joinery-unjoined-thread -- -I%S/Inputs
// What a handle's destructor does is the model's to say.

#include "quarry.h"
#include <utility>
#include <vector>

void dig(int Depth);
bool dry();

// Reports

void terminates() {
  quarry::Digger Digger([] { dig(1); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  if (!dry())
    return;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: note: {{.*}}
  Digger.finish();
}

class Site {
public:
  void open() {
    Digger = quarry::Digger([] { dig(2); });
  }

private:
  quarry::Digger Digger;
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
};

// Stays silent

void finished() {
  quarry::Digger Digger([] { dig(3); });
  dry();
  Digger.finish();
}

void testedFirst() {
  quarry::Digger Digger;
  if (dry())
    Digger = quarry::Digger([] { dig(4); });
  if (Digger.digging())
    Digger.finish();
}

void letGo() {
  quarry::Digger Digger([] { dig(5); });
  Digger.let_go();
}

void joinsByItself() {
  quarry::Crew Crew([] { dig(6); });
  dry();
}

void allFinished() {
  std::vector<quarry::Digger> Diggers;
  Diggers.emplace_back([] { dig(7); });
  for (quarry::Digger &Digger : Diggers)
    Digger.finish();
}

void started() {
  quarry::Starter Later;
  Later.prepare([] { dig(8); });
}
