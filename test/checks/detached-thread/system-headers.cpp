// RUN: %check %s joinery-detached-thread -- -isystem %S/Inputs/system
// System headers are never reported, whoever calls what they define.

#include <legacy_background.h>

void pollSensor();

void called() {
  legacyBackground(pollSensor);
  legacyBackground([] { pollSensor(); });
  legacyPoll(pollSensor);
}
