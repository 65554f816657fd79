//===- Dock.h - A library of tasks that no shipped model knows -*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Everything that the checks about waits, stops and signals speak of, under
// names that only Dock.yaml explains.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_TEST_INPUTS_DOCK_H
#define JOINERY_TEST_INPUTS_DOCK_H

#include <functional>

namespace dock {

/// A thread. Its destructor ends the program when nobody has gathered it.
class Crew {
public:
  Crew();
  explicit Crew(std::function<void()> Task);
  Crew(std::function<void(int)> Task, int Argument);
  Crew(Crew &&);
  Crew &operator=(Crew &&);
  ~Crew();
  void gather();
  bool gatherWithin(int Milliseconds);
  void leave();
  bool away() const;
};

/// A thread that its destructor gathers.
class Shift {
public:
  Shift();
  explicit Shift(std::function<void()> Task);
  Shift(std::function<void(int)> Task, int Argument);
  Shift(Shift &&);
  Shift &operator=(Shift &&);
  ~Shift();
  void gather();
};

/// A thread that keeps what its task throws.
class Net {
public:
  explicit Net(std::function<void()> Task);
  ~Net();
  void gather();
};

template <typename T> class Berth {
public:
  explicit Berth(int Capacity = 0);
  void put(T Value);
  bool offer(T Value, int Milliseconds);
  bool take(T &Value);
  bool takeWithin(T &Value, int Milliseconds);
  void shut();
};

class Tally {
public:
  void up();
  void down();
  void settle();
  bool settleWithin(int Milliseconds);
};

class Bell {
public:
  explicit Bell(int Strokes);
  void ring();
  void listen();
  bool listenFor(int Milliseconds);
};

class Whistle {
public:
  void blow();
  bool blown() const;
};

void rest(int Milliseconds);
int lookUp(const char *Name);
void hire(std::function<void()> Task);

} // namespace dock

#endif // JOINERY_TEST_INPUTS_DOCK_H
