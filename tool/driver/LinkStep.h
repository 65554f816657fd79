//===- LinkStep.h - The whole program after a check -------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_LINKSTEP_H
#define JOINERY_DRIVER_LINKSTEP_H

#include "driver/Runner.h"
#include "driver/Units.h"
#include "driver/WholeProgram.h"
#include "report/Report.h"

namespace joinery::driver {

/// Links what \p Units left when they were checked (\p Results, in the same
/// order). The database of \p Selected tells the programs when its folder has a
/// build.ninja. Where units were left out or did not compile, nothing is said
/// that hangs on all being there. \p WantTasks as in linkAll().
WholeProgram linkUnits(const std::vector<Unit> &Units,
                       const std::vector<UnitResult> &Results,
                       const Selection &Selected, bool WantTasks = false);

/// The units that were skipped (UnitResult::Skipped) and are in a program of
/// which the link step may find something: what they do then matters.
std::vector<size_t> skippedUnitsAsked(const std::vector<Unit> &Units,
                                      const std::vector<UnitResult> &Results,
                                      const Selection &Selected);

/// Adds the findings of \p Whole to those of the units: what a unit says
/// already stands there once.
void addLinked(WholeProgram &Whole, report::Report &R);

} // namespace joinery::driver

#endif // JOINERY_DRIVER_LINKSTEP_H
