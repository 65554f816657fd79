//===- Handles.h - The life of a handle on the paths of a function -*- C++
//-*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A handle is empty, running, done (joined or given up) or gone (a new owner,
// or code that is not seen). joinable(), valid(), null tests and the status
// that a C function returns refine the state in branches.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FLOW_HANDLES_H
#define JOINERY_FLOW_HANDLES_H

#include "flow/Analysis.h"

namespace joinery {

/// The tasks that a handle can hold when \p E happens to it in \p F: those
/// started into the same local, or into the same member anywhere in the unit.
llvm::SmallVector<const Spawn *, 4>
tasksOf(Analysis &A, const clang::FunctionDecl *F, const Event &E);

/// A function of another unit that is handed an object, and by which parameter.
struct Handing {
  const clang::FunctionDecl *Callee = nullptr;
  unsigned Parameter = 0;
};

/// The function that \p E hands its object to, where it is one that other units
/// can tell about: called directly, by its name.
std::optional<Handing> handedTo(Unit &U, const Event &E);

enum class HandleState : unsigned char { Empty, Running, Done, Gone };

/// How a running task lost its handle.
struct Loss {
  enum Kind {
    ScopeEnd, ///< Destroyed where its scope ends.
    Unwound,  ///< Destroyed while an exception unwinds.
    Overwritten,
    Cleared,  ///< clear(), reset(), erase(), delete.
    Released, ///< release() without a new owner.
    Leaked,   ///< A C handle whose last copy goes out of scope.
  };
  Kind How;
  clang::SourceLocation At;
  const Trail *Path = nullptr;
};

/// Follows one handle through a function.
class HandleQuestion : public PathQuestion {
public:
  /// \p Subject is the handle, or a container of handles, as \p Flow names it.
  /// \p Owner is the variable whose end is the end of the handle; null for a
  /// member, which is lost where its object's constructor throws. With \p
  /// Beyond, functions of other units that are handed the subject do nothing to
  /// it; see Handings.
  HandleQuestion(Analysis &A, FunctionFlow &Flow, Place Subject,
                 const clang::VarDecl *Owner, HandleState First,
                 bool Beyond = false);

  State initial() override { return static_cast<State>(First); }
  void visit(const clang::Stmt *S, State Now,
             llvm::SmallVectorImpl<State> &Next) override;
  std::optional<State> refine(const clang::Expr *Condition, bool Truth,
                              State Now) override;
  State leaveLoop(const clang::Stmt *Loop, State Now) override;
  State destroy(const clang::VarDecl *V, const clang::Stmt *Cause,
                bool Unwinding, const Trail *Path, State Now) override;
  void exit(const PathExit &Exit, State Now) override;
  llvm::ArrayRef<const clang::VarDecl *> locals() override { return Locals; }

  /// The losses found, the first of each kind and place.
  std::vector<Loss> Losses;
  /// The functions of other units that are handed the subject.
  llvm::SmallVector<Handing, 1> Handings;

protected:
  /// What an event does to the state; derived questions add to it.
  virtual State apply(const Event &E, const clang::Stmt *S, State Now);
  void lose(Loss::Kind How, clang::SourceLocation At, const Trail *Path);

  Analysis &A;
  FunctionFlow &Flow;
  Place Subject;
  const clang::VarDecl *Owner;
  HandleState First;
  bool Beyond;
  bool IsContainer = false;
  bool HasDestructor = false;
  bool StartedHere = false; ///< One of several tasks that a statement starts.
  llvm::SmallVector<const clang::VarDecl *, 4> Locals;
  llvm::DenseMap<const clang::VarDecl *, llvm::SmallVector<const Event *, 2>>
      Guards;
  llvm::SmallPtrSet<const clang::Stmt *, 4> EndingLoops;
  /// Starts by calls whose result tells whether they started the task, with
  /// the result that says so.
  llvm::SmallVector<std::pair<const Event *, std::optional<int64_t>>, 1>
      ReportingStarts;
  /// Starts by callees that start on some of their paths, and do not tell.
  llvm::SmallPtrSet<const Event *, 1> DoubtfulStarts;
};

/// Whether a status value of a call proves that it failed when \p Condition
/// turned out as \p Truth. \p Call is the call, or a variable that holds its
/// result stands in the condition; it returns \p Success when it did not.
bool provesFailure(const clang::Expr *Condition, bool Truth,
                   const clang::Expr *Call, FunctionFlow &Flow,
                   int64_t Success = 0);

/// Whether \p Condition that turned out as \p Truth says that the pointer,
/// smart pointer or optional \p Subject holds something; no answer for other
/// conditions.
std::optional<bool> nullTest(const clang::Expr *Condition, bool Truth,
                             const Place &Subject, Unit &U);

/// Whether \p Condition that turned out as \p Truth says that the container
/// \p Subject has no element; no answer for other conditions. By the shape of
/// the call: of the members without arguments, `empty` alone answers with a
/// bool, and `size` is compared with zero.
std::optional<bool> emptyTest(const clang::Expr *Condition, bool Truth,
                              const Place &Subject, Unit &U);

/// Whether a callee that starts a task does so on all of its paths, and where
/// its result tells.
struct StartsOn {
  bool All = true;
  /// The whole number that the callee returns on exactly the paths that start
  /// the task.
  std::optional<int64_t> Result;
};

/// The same for the start \p E, done for \p Flow's function by what it calls.
StartsOn startsOn(Analysis &A, FunctionFlow &Flow, const Event &E);

/// Tells the branches of a path in a few words each, first first; at most
/// \p Limit, the last ones.
std::vector<std::pair<clang::SourceLocation, std::string>>
tellPath(const Trail *Path, const clang::ASTContext &Context,
         unsigned Limit = 4);

} // namespace joinery

#endif // JOINERY_FLOW_HANDLES_H
