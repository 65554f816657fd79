// RUN: cd %S && %facts-of %basename_t | FileCheck %s
// When all that main does is to call one function, its paths are told too.

void begin();
void end();

// CHECK: unit: unit body.cpp
// CHECK: fact: main: main
// CHECK: fact: run: body of main
// CHECK: unit: paths of main's body: 0: calls [[BEGIN:#[0-9a-f]+]] at
// CHECK: unit: paths of main's body: 1: calls [[END:#[0-9a-f]+]] at
// CHECK: exit at body.cpp:[[#@LINE+5]]:5: 0 without {1};
// CHECK: exit at body.cpp:[[#@LINE+6]]:3: 0 without {};
static int run(int Argc) {
  begin();
  if (Argc > 3)
    return 1;
  end();
  return 0;
}

int main(int Argc, char **) { return run(Argc); }
