//===- Link.h - What the facts of a program amount to -----------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The link step merges the facts of the units of one program into one call
// graph and decides what no unit could: which tasks an exit of main cuts off,
// and which findings hold that hang on functions of other units. An object is
// known by the member or variable that it is; which of several objects of a
// class is meant is not, so that a wait for one of them counts for all. What
// remains unknown stays silent.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FACTS_LINK_H
#define JOINERY_FACTS_LINK_H

#include "facts/Facts.h"
#include "llvm/ADT/ArrayRef.h"
#include <memory>

namespace joinery::facts {

struct LinkedPlace {
  std::string File; ///< Relative to the folder of its unit's compile command.
  size_t Unit = 0;  ///< Index of that unit.
  uint32_t Line = 0, Column = 0;
};

struct LinkedFinding {
  std::string Check;
  LinkedPlace At;
  std::string Message;
  std::vector<std::pair<LinkedPlace, std::string>> Story;
  bool Error = false;    ///< By the configuration of its unit.
  bool Accepted = false; ///< By a comment of the source.
};

struct LinkedAnswer {
  Worth Is = Worth::Unknown;
  std::string Text;
};

/// A row of the inventory.
struct LinkedTask {
  LinkedPlace At;
  std::string In, How, Entry;
  LinkedPlace EntryAt; ///< Line 0: not known.
  LinkedAnswer Owner, Stop, Wait, Drop, Throw, Count, Delay;
  std::vector<size_t> Units; ///< That have it, in order.
};

struct Linked {
  std::vector<LinkedFinding> Findings; ///< Sorted by place.
  std::vector<LinkedTask> Tasks;       ///< Sorted by place.
  /// Functions that two units tell differently (macros, ODR violations).
  size_t Disagreements = 0;
};

/// Links the units of one program. The order of \p Units changes nothing but
/// the indices in the result. With \p Complete, no unit of the program is
/// missing: only then can it be said that nobody does something.
Linked link(llvm::ArrayRef<const UnitFacts *> Units, bool Complete);

/// Whether linking this unit with others can find anything that hangs on it: it
/// leaves a finding to others, or has a task that somebody has to wait for. Of
/// a program without such units, link() finds nothing.
bool asksOthers(const UnitFacts &U);

/// Units that several programs share. Most programs of a project are tests and
/// tools around one library, and most of them have nothing to do with its
/// tasks: those need not be linked one by one.
class SharedUnits {
public:
  explicit SharedUnits(llvm::ArrayRef<const UnitFacts *> Units);
  ~SharedUnits();
  /// Whether linking these units with \p Own can find anything.
  bool concerns(llvm::ArrayRef<const UnitFacts *> Own);

private:
  struct State;
  std::unique_ptr<State> Known;
};

/// "the program ends here while 2 tasks may still be running, ...".
std::string unfinishedMessage(size_t Tasks);

} // namespace joinery::facts

#endif // JOINERY_FACTS_LINK_H
