//===- Summary.h - What a function does to tasks that reach it -*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The summary of a function is what its callers have to know of it when they
// cannot see it: what it does to handles, channels, counters and flags that
// reach it as an argument, as a member of its object or as a global, and how it
// ends. It names nothing of the unit that it was made from but declarations by
// name, so that it can be written down.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FACTS_SUMMARY_H
#define JOINERY_FACTS_SUMMARY_H

#include "flow/Analysis.h"
#include <string>
#include <vector>

namespace joinery::facts {

/// An object of the caller as the function reaches it.
struct Subject {
  enum Root : unsigned char {
    None,      ///< Nothing of the caller's: the program, the task itself.
    Parameter, ///< What the argument `Index` names or points to.
    Object,    ///< A member of the function's object.
    Global,    ///< The variable `Name`.
    Result,    ///< What the function returns.
  };
  Root From = None;
  unsigned Index = 0;
  std::string Name;
  /// The members that lead from there, outer ones first.
  std::vector<std::string> Fields;

  /// "parameter 0.threads", "this.worker", "app::Pool", "the result".
  std::string str() const;
  friend bool operator==(const Subject &A, const Subject &B) {
    return A.From == B.From && A.Index == B.Index && A.Name == B.Name &&
           A.Fields == B.Fields;
  }
};

/// One thing that a function does.
struct Effect {
  EventKind Does;
  Subject On;
  /// On every path that returns.
  bool Always = false;
  /// To the elements of what `On` names.
  bool Each = false;
  /// In a callable that is kept and called later, if at all.
  bool Later = false;

  /// "joins parameter 0", "signals this.done, on some paths".
  std::string str() const;
};

struct Summary {
  std::string Name; ///< Qualified.
  /// In order of the first event of each kind and subject.
  std::vector<Effect> Effects;
  bool Throws = false;   ///< Visibly, by the one exception rule.
  bool MayThrow = false; ///< Calls code that is not seen and may throw.
  bool NeverReturns = false;
  bool ReturnsAsync = false; ///< A future whose destructor waits.
  /// Recursion or a bound: what is said is not all.
  bool Incomplete = false;

  bool empty() const {
    return Effects.empty() && !Throws && !NeverReturns && !ReturnsAsync;
  }
  /// One line each, for people and tests.
  std::vector<std::string> lines() const;
};

/// The summary of \p F, which has a body in the unit of \p A. Never fails;
/// what cannot be told is left out, or `Incomplete`.
Summary summaryOf(Analysis &A, const clang::FunctionDecl *F);

} // namespace joinery::facts

#endif // JOINERY_FACTS_SUMMARY_H
