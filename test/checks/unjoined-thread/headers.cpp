// RUN: %check %s joinery-unjoined-thread -- -I%S/Inputs
// A finding in a header is reported once, at its line in the header.

#include "sampler.h"

// CHECK: sampler.h:20:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
// CHECK: sampler.h:36:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]

void users(Sampler &First, Sampler &Second) {
  First.start();
  Second.start();
  sampleAside<int>(3);
  sampleAside<long>(4);
}

// The destructor that the header only declares joins here.
SamplerElsewhere::~SamplerElsewhere() {
  if (Worker.joinable())
    Worker.join();
}
