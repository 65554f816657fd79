// RUN: %check %s --model=%S/../../Inputs/Dock.yaml joinery-unbounded-wait
// Joins, waits and stops of a library that only the user's model describes.

#include "Dock.h"

bool moor();
void unload();

// Reports

class Asks {
public:
  Asks() : Unloading([] {
    while (moor())
      unload();
  }) {}
  ~Asks() {
    Unloading.gather();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]
  }

private:
  dock::Crew Unloading;
};

class Settles {
public:
  void start() {
    Ships.up();
    dock::hire([this] {
      while (moor())
        unload();
      Ships.down();
    });
  }
  ~Settles() {
    Ships.settle();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]
  }

private:
  dock::Tally Ships;
};

// Stays silent

class Blows {
public:
  Blows() : Unloading([this] {
    while (!Stop.blown() && moor())
      unload();
  }) {}
  ~Blows() {
    Stop.blow();
    Unloading.gather();
  }

private:
  dock::Whistle Stop;
  dock::Crew Unloading;
};

class Shuts {
public:
  Shuts() : Unloading([this] {
    int Ship;
    while (Ships.take(Ship))
      unload();
  }) {}
  ~Shuts() {
    Ships.shut();
    Unloading.gather();
  }

private:
  dock::Berth<int> Ships;
  dock::Crew Unloading;
};

class HasADeadline {
public:
  HasADeadline() : Unloading([] {
    while (moor())
      unload();
  }) {}
  ~HasADeadline() {
    if (!Unloading.gatherWithin(5000))
      Unloading.leave();
  }

private:
  dock::Crew Unloading;
};

class SettlesInTime {
public:
  void start() {
    Ships.up();
    dock::hire([this] {
      while (moor())
        unload();
      Ships.down();
    });
  }
  ~SettlesInTime() { (void)Ships.settleWithin(5000); }

private:
  dock::Tally Ships;
};

class ThreeShips {
public:
  ThreeShips() : Unloading([] {
    for (int Ship = 0; Ship < 3; ++Ship)
      unload();
  }) {}
  ~ThreeShips() { Unloading.gather(); }

private:
  dock::Crew Unloading;
};

class KnowsNothing {
public:
  template <typename F> explicit KnowsNothing(F Task) : Task(Task) {}
  ~KnowsNothing() { Task.gather(); }

private:
  dock::Crew Task;
};
