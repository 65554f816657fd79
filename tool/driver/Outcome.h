//===- Outcome.h - From the results of units to a report --------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_OUTCOME_H
#define JOINERY_DRIVER_OUTCOME_H

#include "driver/Runner.h"
#include "report/Report.h"

namespace joinery::driver {

/// Puts the results of units together: paths as people write them in \p Root,
/// in order, one of equals, with the errors that make the run fail.
report::Report merge(std::vector<UnitResult> Units, llvm::StringRef Root);

/// NOLINT comments that silence nothing, as findings. One in a header is judged
/// only when \p IsWhole, by all units of a program and if all compile: another
/// unit may need it.
std::vector<ClangTidyError> unusedSuppressions(llvm::ArrayRef<UnitResult> Units,
                                               llvm::StringRef Root,
                                               bool IsWhole);

} // namespace joinery::driver

#endif // JOINERY_DRIVER_OUTCOME_H
