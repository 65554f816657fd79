//===- Programs.h - Which units make a program ------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where the build is Ninja's, build.ninja tells which objects and libraries are
// linked into what. Elsewhere every unit that defines main is taken for a
// program with all units that define none.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_PROGRAMS_H
#define JOINERY_DRIVER_PROGRAMS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace joinery::driver {

/// What has to be known of a unit to say which programs it is of.
struct ProgramUnit {
  std::string Object; ///< Absolute path of what it is compiled to, or "".
  bool HasMain = false;
};

struct Program {
  std::string Name; ///< Of the executable, or of the main file; may be "".
  std::vector<size_t> Units;
};

/// What is linked from what: "app" from its objects and libraries.
struct LinkedOutput {
  std::string Output;
  std::vector<std::string> Inputs; ///< Absolute, order-only ones left out.
};

/// The build statements of the text of a build.ninja in \p Folder. Statements
/// that cannot be read are left out.
std::vector<LinkedOutput> readNinja(llvm::StringRef Text,
                                    llvm::StringRef Folder);

/// The programs of \p Units, every unit with main in one at least. Without any
/// main, all units are one program, which is not complete.
std::vector<Program> programsOf(llvm::ArrayRef<ProgramUnit> Units,
                                llvm::ArrayRef<LinkedOutput> Links);

} // namespace joinery::driver

#endif // JOINERY_DRIVER_PROGRAMS_H
