//===- CheckCommand.h - The command line of joinery check -------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_CHECKCOMMAND_H
#define JOINERY_DRIVER_CHECKCOMMAND_H

#include "driver/CacheOptions.h"
#include "driver/Output.h"
#include "driver/Runner.h"
#include "driver/Units.h"

namespace joinery::driver {

/// What `joinery check` is asked to do.
struct CheckCommand {
  enum ColorChoice { Auto, Always, Never };

  Selection Selected;
  RunOptions Options;
  std::vector<Output> Outputs;
  std::optional<std::string> Baseline;
  std::optional<std::string> WriteBaseline;
  std::optional<std::string> Since;
  bool Fix = false;      ///< Apply fix-its of warnings.
  bool FixNotes = false; ///< And those of notes.
  bool Diff = false;     ///< Show what they would change instead.
  bool UnusedSuppressions = false;
  bool Stats = false;
  bool NoLink = false; ///< Without the whole-program part.
  bool NoScan = false; ///< Parse also units that can have no task.
  CacheOptions Kept;
  ColorChoice Color = Auto;
  /// --help was given and answered: there is nothing to do.
  bool Answered = false;

  bool changesFiles() const { return (Fix || FixNotes) && !Diff; }
  /// Whether all units of a database are checked with all of their checks.
  bool isWhole() const { return Selected.Paths.empty() && !Selected.Flags; }
};

/// Reads \p Args. An error says what cannot be understood, and what was
/// probably meant. Prints the options to standard output when asked for help.
llvm::Expected<CheckCommand> parseCheck(llvm::ArrayRef<llvm::StringRef> Args);

} // namespace joinery::driver

#endif // JOINERY_DRIVER_CHECKCOMMAND_H
