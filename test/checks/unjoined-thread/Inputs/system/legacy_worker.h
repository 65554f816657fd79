// Stands where system headers stand; nothing in it is reported.

#ifndef LEGACY_WORKER_H
#define LEGACY_WORKER_H

#include <thread>

class LegacyWorker {
public:
  void start(void (*Run)()) { Worker = std::thread(Run); }

private:
  std::thread Worker;
};

template <typename Function> void legacyRun(Function Run) {
  std::thread Worker(Run);
}

#endif // LEGACY_WORKER_H
