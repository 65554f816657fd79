// RUN: not clang-tidy %s -load %plugin --checks=-*,joinery-* -- -std=c++20 2>&1 \
// RUN:   | FileCheck %s
// Initializer lists that do not compile leave holes in the tree.

#include <thread>

struct Aggregate {
  std::thread Handle;
  int Number;
  Unknown What;
};

void work();

Aggregate make() { return {std::thread(work), {}, {1, 2}}; }

// CHECK: error: unknown type name 'Unknown'
// CHECK-NOT: Assertion
void lists() {
  Aggregate One = {std::thread(work), "text", {}, 5};
  Aggregate Two[] = {{}, {.Number = {}}, undeclared};
}
