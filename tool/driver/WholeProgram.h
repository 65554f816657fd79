//===- WholeProgram.h - The link step, for the tool -------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_WHOLEPROGRAM_H
#define JOINERY_DRIVER_WHOLEPROGRAM_H

#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "driver/Programs.h"
#include "facts/Link.h"
#include "llvm/Support/Error.h"

namespace joinery::driver {

/// The facts of one unit, wherever they come from.
struct FactsOfUnit {
  std::string Frame; ///< See facts/Format.h.
  /// What the frame's file names are relative to; "" where nobody knows.
  std::string Directory;
  std::string Origin; ///< For messages: "libtrack.a(tracker.o)".
  std::string Object; ///< What the unit is compiled to, or "".
};

struct WholeProgram {
  /// Findings of all programs, each once, with absolute paths where the files
  /// can be found.
  std::vector<clang::tidy::ClangTidyError> Findings;
  /// The same that comments of the source silence.
  std::vector<clang::tidy::ClangTidyError> Silenced;
  /// Tasks of all programs, each once; places with shown paths.
  std::vector<facts::LinkedTask> Tasks;
  std::vector<std::string> TaskUnits; ///< What LinkedTask::Units counts.
  size_t Programs = 0;
  size_t Disagreements = 0;
  std::vector<std::string> Problems; ///< Facts that could not be read.
};

/// Decodes and links. \p Links tells what is linked from what, if known; with
/// \p Together all units are one program. \p Complete says that no unit of the
/// programs is missing.
/// Without \p WantTasks, programs that have no finding are not looked at for
/// the list of tasks.
WholeProgram linkAll(std::vector<FactsOfUnit> Units,
                     llvm::ArrayRef<LinkedOutput> Links, bool Complete,
                     bool Together = false, bool WantTasks = false);

} // namespace joinery::driver

#endif // JOINERY_DRIVER_WHOLEPROGRAM_H
