//===- Members.h - Handles that are members --------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A member's life is spread over the methods of its class and over what its
// owner does with it. These questions are about the whole class.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FLOW_MEMBERS_H
#define JOINERY_FLOW_MEMBERS_H

#include "flow/Analysis.h"

namespace joinery {

struct MemberUse {
  /// Starts into the member, anywhere in the unit.
  llvm::SmallVector<const Spawn *, 2> Starts;
  /// The destructor, what it calls, a base or an owner joins, gives up or
  /// hands on.
  bool EndsInDestructor = false;
  /// Code that is not seen may end it.
  bool EndIsUnknown = false;
  /// The destructor of another unit on which alone it hangs whether it ends.
  const clang::CXXDestructorDecl *HangsOn = nullptr;
};

MemberUse useOfMember(Analysis &A, const clang::CXXRecordDecl *Class,
                      const clang::FieldDecl *F);

struct Overwrite {
  const clang::Stmt *Earlier;    ///< The start that can still run.
  const clang::Stmt *Assignment; ///< The one that assigns over it.
  const Spawn *Task = nullptr;   ///< That the assignment starts.
};

/// An assignment over the member that some path reaches while an earlier start
/// may still run, with no test, end or condition of the class's own before it.
/// With \p Again, a method that can be called twice is earlier enough.
std::optional<Overwrite> overwrittenMember(Analysis &A,
                                           const clang::CXXRecordDecl *Class,
                                           const clang::FieldDecl *F,
                                           bool Again = false);

/// Whether the entry gives up its own handle (pthread_detach(pthread_self())).
bool detachesItself(Analysis &A, const Spawn &S);

} // namespace joinery

#endif // JOINERY_FLOW_MEMBERS_H
