// RUN: %check %s joinery-unstoppable-worker
// Loops that catch what is thrown in them.

#include <exception>
#include <stdexcept>
#include <thread>

bool step();
void note(const char *);
struct Closed : std::exception {};

// Reports

std::jthread goesOnAfterwards() {
  return std::jthread([] {
    while (true) {
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: nothing ends this loop of a task, {{.*}} [joinery-unstoppable-worker]
      try {
        step();
      } catch (const std::exception &E) {
        note(E.what());
      }
    }
  });
}

std::jthread takesItsOwn() {
  return std::jthread([] {
    for (;;) {
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: nothing ends this loop of a task, {{.*}} [joinery-unstoppable-worker]
      try {
        if (!step())
          throw std::runtime_error("no step");
      } catch (const std::runtime_error &E) {
        note(E.what());
      }
    }
  });
}

// Stays silent

std::jthread leavesByAHandler() {
  return std::jthread([] {
    while (true) {
      try {
        step();
      } catch (const Closed &) {
        return;
      } catch (const std::exception &E) {
        note(E.what());
      }
    }
  });
}

std::jthread throwsPastItsHandler() {
  return std::jthread([] {
    try {
      while (true) {
        try {
          if (!step())
            throw Closed();
        } catch (const std::runtime_error &E) {
          note(E.what());
        }
      }
    } catch (const Closed &) {
    }
  });
}

std::jthread breaksInAHandler() {
  return std::jthread([] {
    while (true) {
      try {
        step();
      } catch (...) {
        break;
      }
    }
  });
}

std::jthread rethrows() {
  return std::jthread([] {
    try {
      while (true) {
        try {
          step();
        } catch (const std::exception &E) {
          note(E.what());
          throw;
        }
      }
    } catch (const std::exception &) {
    }
  });
}
