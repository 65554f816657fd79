//===- DetachedThreadCheck.h - Tasks that are given up ---------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DETACHEDTHREADCHECK_H
#define JOINERY_DETACHEDTHREADCHECK_H

#include "JoineryCheck.h"

namespace joinery {

/// Finds tasks whose handle is given up so that nothing can wait for them.
///
/// A detached task cannot be waited for: it is cut off wherever it is when the
/// program ends, and what it was writing is lost; objects that it uses can die
/// before it. A task that raises a completion signal on every normal path, on
/// an object that somebody waits for, still has an owner and is not reported.
///
/// Options:
///   - `AllowTracked`: whether tracked tasks may be detached. Default: true.
class DetachedThreadCheck : public JoineryCheck {
public:
  DetachedThreadCheck(llvm::StringRef Name,
                      clang::tidy::ClangTidyContext *Context,
                      std::shared_ptr<UnitCache> Units);
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;

protected:
  void find(Analysis &A, Defects &Found) override;

private:
  bool AllowTracked;
};

} // namespace joinery

#endif // JOINERY_DETACHEDTHREADCHECK_H
