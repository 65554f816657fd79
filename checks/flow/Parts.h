//===- Parts.h - What a task runs of its unit -------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FLOW_PARTS_H
#define JOINERY_FLOW_PARTS_H

#include "flow/Analysis.h"

namespace joinery {

/// A function that a task runs, and how its names look where the task is
/// started.
struct TaskPart {
  const clang::FunctionDecl *Function = nullptr;
  /// From the entry inwards.
  llvm::SmallVector<CallFrame, 2> Frames;

  /// \p P of `Function` as the spawning function names it; invalid when it has
  /// no name there.
  Place outside(Unit &U, Place P) const;
};

/// The entry of \p S and what it calls in this unit, each function once; the
/// entry first, callees in order of their calls. Empty when the entry is not
/// seen.
std::vector<TaskPart> partsOf(Analysis &A, const Spawn &S);

/// The objects that a task of \p S uses in what it runs of this unit, as the
/// spawning function names them, each once: members of its object, locals that
/// it was given by reference or pointer, globals.
std::vector<Place> placesUsedBy(Analysis &A, const Spawn &S);

/// The calls by which \p From comes to \p To, outermost first; empty when it is
/// the same function or no way is seen.
std::vector<const clang::Stmt *> callsTo(Analysis &A,
                                         const clang::FunctionDecl *From,
                                         const clang::FunctionDecl *To);

/// Where the author of \p F, or of a method of the same object that \p F
/// calls, wrote what the event \p E does: the call of a member of the object
/// itself (`group.add()`), the construction of a guard, or the primitive.
struct Written {
  const clang::FunctionDecl *In = nullptr;
  const Event *What = nullptr; ///< As an event of that function.
  const clang::Stmt *At = nullptr;
};
Written writtenIn(Analysis &A, const clang::FunctionDecl *F, const Event &E);
/// Its statement alone.
const clang::Stmt *writtenAt(Analysis &A, const clang::FunctionDecl *F,
                             const Event &E);

/// Whether \p P, in the entry of a task of \p S, is the stop token that the
/// handle itself passes to the entry (std::jthread).
bool isOwnToken(const Spawn &S, const TaskPart &Part, const Place &P);

} // namespace joinery

#endif // JOINERY_FLOW_PARTS_H
