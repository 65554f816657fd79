//===- IncompleteWorkCheck.h - Exits that cut tasks off --------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_INCOMPLETEWORKCHECK_H
#define JOINERY_INCOMPLETEWORKCHECK_H

#include "JoineryCheck.h"

namespace joinery {

/// Finds exits of the program that cut off tasks which may still be running.
///
/// When main returns or exit is called, the program ends without asking its
/// other threads ([basic.start.main], article "incomplete work"): detached
/// tasks, unjoined POSIX threads and queued jobs stop wherever they are, and
/// what they were writing is lost.
///
/// Options:
///   - `DaemonTasks`: names of entry functions, `;`-separated, that are meant
///     to run until the program is cut off. Default: empty.
class IncompleteWorkCheck : public JoineryCheck {
public:
  IncompleteWorkCheck(llvm::StringRef Name,
                      clang::tidy::ClangTidyContext *Context,
                      std::shared_ptr<UnitCache> Units);
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;

protected:
  void find(Analysis &A, Defects &Found) override;

private:
  bool isDaemon(Analysis &A, const Spawn &S) const;
  void findIn(Analysis &A, const clang::FunctionDecl *F, Defects &Found);

  std::string DaemonTasks;
};

} // namespace joinery

#endif // JOINERY_INCOMPLETEWORKCHECK_H
