// RUN: %check %s joinery-unbounded-wait
// A suppression with its reason silences the line of the wait, and no other.

#include <thread>

bool convertNextFile();
void convert() {
  while (convertNextFile()) {
  }
}

class Without {
public:
  ~Without() {
    Worker.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]
  }

private:
  std::thread Worker{convert};
};

class SameLine {
public:
  ~SameLine() {
    Worker.join(); // NOLINT(joinery-unbounded-wait): ends with its last file
  }

private:
  std::thread Worker{convert};
};

class NextLine {
public:
  ~NextLine() {
    // NOLINTNEXTLINE(joinery-unbounded-wait): ends with its last file
    Worker.join();
  }

private:
  std::thread Worker{convert};
};

// NOLINTBEGIN(joinery-unbounded-wait): batch jobs, which end with their files
class Region {
public:
  ~Region() {
    First.join();
    Second.join();
  }

private:
  std::thread First{convert};
  std::thread Second{convert};
};
// NOLINTEND(joinery-unbounded-wait)

class AnotherChecksName {
public:
  ~AnotherChecksName() {
    Worker.join(); // NOLINT(joinery-join-before-stop): of another check
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]
  }

private:
  std::thread Worker{convert};
};

class AtTheSpawn {
public:
  ~AtTheSpawn() {
    Worker.join();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-unbounded-wait]
  }

private:
  std::thread Worker{convert}; // NOLINT(joinery-unbounded-wait): a note's line
};

void makeThem() {
  Without A;
  SameLine B;
  NextLine C;
  Region D;
  AnotherChecksName E;
  AtTheSpawn F;
}
