//===- KnownFindings.h - What a run leaves out ------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_KNOWNFINDINGS_H
#define JOINERY_DRIVER_KNOWNFINDINGS_H

#include "driver/Changes.h"
#include "driver/CheckCommand.h"
#include "report/Baseline.h"
#include "report/Report.h"
#include <set>

namespace joinery::driver {

/// Leaves in \p R the findings that are new: by \p Changed those of changed
/// lines, by the baseline of \p C those that it does not know. \p Checks are
/// those that were run; the baseline's entries for others are not stale. An
/// error when the baseline cannot be read.
llvm::Error leaveNew(report::Report &R, const CheckCommand &C,
                     const std::optional<Changes> &Changed,
                     const std::set<std::string> &Checks,
                     report::Sources &Files);

/// Writes the findings of \p R as a baseline, with those that an older one
/// knew.
llvm::Error writeBaseline(const report::Report &R, llvm::StringRef Path,
                          report::Sources &Files);

} // namespace joinery::driver

#endif // JOINERY_DRIVER_KNOWNFINDINGS_H
