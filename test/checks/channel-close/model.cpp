// RUN: %check %s joinery-channel-close --model=%S/Inputs/pipe.yaml
// A channel of a model file, whose second close is an error.

class Pipe {
public:
  void put(int);
  int take();
  void shut();
};

void twice(Pipe &Output) {
  Output.put(1);
  Output.shut();
  Output.shut();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: 'Output' is closed a second time, {{.*}} [joinery-channel-close]
}

void once(Pipe &Output) {
  Output.put(1);
  Output.shut();
}
