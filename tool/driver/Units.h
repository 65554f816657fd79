//===- Units.h - Which translation units to check, and how ------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_UNITS_H
#define JOINERY_DRIVER_UNITS_H

#include "clang/Tooling/ArgumentsAdjusters.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "llvm/Support/Error.h"
#include <optional>
#include <string>
#include <vector>

namespace joinery::driver {

/// One source file and the commands that compile it. A file that several
/// targets compile has several commands.
struct Unit {
  std::string File; ///< Absolute.
  std::vector<clang::tooling::CompileCommand> Commands;
};

/// What a command means to the checks: its folder and its arguments without
/// the names of what it writes, in which two targets that compile a file in the
/// same way differ.
std::pair<std::string, clang::tooling::CommandLineArguments>
meaningOf(const clang::tooling::CompileCommand &Command);

/// What the command line says about units.
struct Selection {
  /// The build folder, or its compile_commands.json; found upwards from the
  /// working directory, or from the first path, when not given.
  std::optional<std::string> Build;
  /// Files, and folders whose units are meant. Empty: all units.
  std::vector<std::string> Paths;
  /// The flags after "--": then no database is read.
  std::optional<std::vector<std::string>> Flags;
};

/// The compile_commands.json that \p S means, or an error that says where it
/// was looked for.
llvm::Expected<std::string> findDatabase(const Selection &S);

/// The selected units, sorted by file. No unit is an error: a check that
/// looked at nothing must not be green.
llvm::Expected<std::vector<Unit>> selectUnits(const Selection &S);

} // namespace joinery::driver

#endif // JOINERY_DRIVER_UNITS_H
