//===- UninterruptibleSleepCheck.h - Uninterruptible sleep ------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_UNINTERRUPTIBLESLEEPCHECK_H
#define JOINERY_UNINTERRUPTIBLESLEEPCHECK_H

#include "JoineryCheck.h"

namespace joinery {

/// Finds sleeps in stoppable loops of tasks, which delay every stop by their
/// length.
///
/// A task that sleeps between two looks at its stop signal hears of the stop
/// only when it wakes: every shutdown takes up to the length of the sleep
/// longer.
///
/// Options:
///   - `ThresholdMs`: the shortest constant sleep that is reported, in
///     milliseconds. Default: 100.
class UninterruptibleSleepCheck : public JoineryCheck {
public:
  UninterruptibleSleepCheck(llvm::StringRef Name,
                            clang::tidy::ClangTidyContext *Context,
                            std::shared_ptr<UnitCache> Units);
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;

protected:
  void find(Analysis &A, Defects &Found) override;

private:
  const unsigned ThresholdMs;
};

} // namespace joinery

#endif // JOINERY_UNINTERRUPTIBLESLEEPCHECK_H
