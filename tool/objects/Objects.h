//===- Objects.h - Facts out of object files --------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_OBJECTS_OBJECTS_H
#define JOINERY_OBJECTS_OBJECTS_H

#include "facts/Facts.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace joinery::objects {

/// The facts of one unit as they were found.
struct FoundUnit {
  /// "tracker.o", "libtrack.a(tracker.o)", "server".
  std::string From;
  std::string Frame; ///< See facts/Format.h.
  facts::UnitFacts Facts;
};

struct ObjectFacts {
  /// In the order of the inputs, each unit once, however many inputs have it:
  /// an executable has what its objects have.
  std::vector<FoundUnit> Units;
  /// The inputs, and members of archives, that carry no facts.
  std::vector<std::string> Without;
  /// An input is linked already: objects without facts that went into it have
  /// left no trace.
  bool AnyLinked = false;
};

/// Reads ELF objects, archives (thin ones as well), shared libraries,
/// executables, bitcode and files of bare frames. What cannot be read, is
/// nothing of these or has damaged facts is an error with its name.
llvm::Expected<ObjectFacts> readObjects(llvm::ArrayRef<std::string> Paths);

} // namespace joinery::objects

#endif // JOINERY_OBJECTS_OBJECTS_H
