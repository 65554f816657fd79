// RUN: %check %s joinery-unjoined-thread -- -isystem %S/Inputs/system
// System headers are never reported, whoever calls what they define.

#include <legacy_worker.h>

void pollSensor();

void called() {
  LegacyWorker Worker;
  Worker.start(pollSensor);
  legacyRun(pollSensor);
}
