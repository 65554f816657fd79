// RUN: cd %S && %facts-of %basename_t | FileCheck %s
// What can be missing on a path of main, and what a unit says of its tasks.

struct Service {
  Service();
  ~Service();
  void start();
  void stop();
};
bool ready();
void background();

// CHECK: unit: unit paths.cpp
// Four calls share an object, its destructor's among them.
// CHECK: unit: paths of main with an object: 0: calls [[DESTROY:#[0-9a-f]+]] at
// CHECK: unit: paths of main with an object: 1: calls [[CREATE:#[0-9a-f]+]] at
// CHECK: unit: paths of main with an object: 2: calls [[START:#[0-9a-f]+]] at
// CHECK: unit: paths of main with an object: 3: calls [[STOP:#[0-9a-f]+]] at
// On the early return nothing stops what was started; main has asked ready().
// CHECK: exit at paths.cpp:[[#@LINE+10]]:5: {{.*}}2 asked for, without {3};
// CHECK: exit at paths.cpp:[[#@LINE+12]]:3: {{.*}}2 asked for, without {};
// The other calls share none.
// CHECK: unit: paths of main: 0: calls
// CHECK: unit: paths of main: 1: calls
// CHECK: exit at paths.cpp:[[#@LINE+5]]:5: 0 asked for, without {1};
int main() {
  Service Served;
  Served.start();
  if (!ready())
    return 1;
  background();
  Served.stop();
  return 0;
}
