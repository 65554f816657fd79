// A library of pools and exits, described by depot.yaml.

#ifndef DEPOT_H
#define DEPOT_H

#include <functional>

namespace depot {

class Fleet {
public:
  Fleet();
  ~Fleet();
  void dispatch(std::function<void()> Job);
  void all_home();
  void halt();
};

class PatientFleet {
public:
  PatientFleet();
  ~PatientFleet();
  void dispatch(std::function<void()> Job);
  void all_home();
};

void send(std::function<void()> Job);
[[noreturn]] void close_down(int Code);
[[noreturn]] void blow_up();

} // namespace depot

#endif // DEPOT_H
