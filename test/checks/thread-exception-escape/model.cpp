// RUN: %check %s --model=%S/../../Inputs/Dock.yaml joinery-thread-exception-escape
// Threads and throwing functions of a library that only the user's model
// describes.

#include "Dock.h"

void unload(int Crate);
int find(const char *Name);

// Reports

void throwsItself() {
  dock::Crew Unloading([] { throw 1; });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
  Unloading.gather();
}

void byTheLibrary() {
  dock::Shift Unloading([] { unload(dock::lookUp("tea")); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
}

void unloadNamed(const char *Name) { unload(dock::lookUp(Name)); }

void inACallee() {
  dock::Shift Unloading([] { unloadNamed("tea"); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
}

void hired() {
  dock::hire([] { throw 1; });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-thread-exception-escape]
}

// Stays silent

void kept() {
  dock::Net Unloading([] { throw 1; });
}

void keptOfTheLibrary() {
  dock::Net Unloading([] { unload(dock::lookUp("tea")); });
}

void caught() {
  dock::Shift Unloading([] {
    try {
      unload(dock::lookUp("tea"));
    } catch (...) {
    }
  });
}

void ofCodeThatIsNotSeen() {
  dock::Shift Unloading([] { unload(find("tea")); });
}

void inTheSpawner() {
  dock::Shift Unloading([] { unload(1); });
  unload(dock::lookUp("tea"));
}

void quiet() noexcept { unload(dock::lookUp("tea")); }

void entryOfItsOwnEnd() { dock::Shift Unloading(quiet); }
