//===- Unit.h - The task model of one translation unit ---------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A unit is walked once, over declarations that are not in system headers.
// Every function body becomes a list of events; what a callee of the same unit
// does to objects that reach it is part of its caller's list, translated.
// All checks of the unit share the result.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_TASK_UNIT_H
#define JOINERY_TASK_UNIT_H

#include "task/Task.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <memory>

namespace joinery {

/// How a callee's parameters and object look from the call.
struct CallFrame {
  const clang::FunctionDecl *Callee = nullptr;
  llvm::SmallVector<const clang::Expr *, 6> Arguments;
  Place Object;
  bool IsLambda = false;
};

/// A call of a body of this unit.
struct Called {
  const clang::Stmt *At = nullptr;
  CallFrame Frame;
  /// The callable is kept and called later, if at all.
  bool Later = false;
};

/// A handle that a function is given by value and moves into an object.
struct Taken {
  Place Target;
  unsigned Parameter = 0;
};

/// Everything known of one function body.
struct FunctionInfo {
  const clang::FunctionDecl *Function = nullptr;
  std::vector<Event> Events;
  /// Own spawns, in source order.
  std::vector<const Spawn *> Spawns;
  /// Calls of functions and callables of this unit, in order of evaluation.
  std::vector<Called> Calls;
  std::vector<Taken> Takes;
  bool Computing = false;
  bool Done = false;
};

/// A class with fields that matter, in the order found.
struct ClassUse {
  const clang::CXXRecordDecl *Record = nullptr;
};

class Unit {
public:
  Unit(clang::ASTContext &Context, std::shared_ptr<const model::Model> Model);
  ~Unit();

  clang::ASTContext &context() const { return Context; }
  model::Lookup &lookup() { return Lookup; }
  /// Whether anything in the unit has to do with tasks at all.
  bool hasTasks() const { return !AllSpawns.empty() || HasHandles; }

  /// Bodies of this unit outside system headers: functions, methods and lambda
  /// call operators, in source order; templates by their instantiations.
  llvm::ArrayRef<const clang::FunctionDecl *> functions() const {
    return Functions.getArrayRef();
  }
  /// Classes defined outside system headers.
  llvm::ArrayRef<const clang::CXXRecordDecl *> classes() const {
    return Classes.getArrayRef();
  }
  llvm::ArrayRef<Spawn *> spawns() const { return AllSpawns; }
  /// Definitions of objects with static storage that have a destructor or hold
  /// a handle.
  llvm::ArrayRef<const clang::VarDecl *> globals() const { return Globals; }
  /// Objects with static storage and an initializer.
  llvm::ArrayRef<const clang::VarDecl *> initialized() const {
    return Initialized;
  }

  /// The events of \p F, computed on first use. Recursion is cut: a function
  /// that is being computed, or is called from too deep, is not yet `Done`.
  const FunctionInfo &info(const clang::FunctionDecl *F);

  /// The bodies of this unit that run in a call of \p F, its own included;
  /// callables that are kept and called later are not.
  llvm::SmallPtrSet<const clang::FunctionDecl *, 16>
  reachedFrom(const clang::FunctionDecl *F);

  /// What destroying an object of \p Record does, with places rooted at
  /// `this`: the destructor's body, then members and bases. Empty also when
  /// the destructor is not visible; see \ref destructorVisible.
  const std::vector<Event> &destructor(const clang::CXXRecordDecl *Record);
  bool destructorVisible(const clang::CXXRecordDecl *Record);
  /// The destructor's effect on the variable that it destroys, translated.
  std::vector<Event> destructorOf(const clang::VarDecl *V);
  std::vector<Event> destructorAt(const Place &P, clang::QualType T);
  /// Whether \p T is a smart pointer with a deleter of its own in its type;
  /// what that does to the object in \p P is added to \p Effects.
  bool addDeleter(const Place &P, clang::QualType T,
                  std::vector<Event> &Effects);

  /// The object that an expression names, aliases resolved; invalid when it
  /// names none or one that cannot be told.
  Place placeOf(const clang::Expr *E) { return placeOf(E, 0); }
  Place placeOfDecl(const clang::ValueDecl *D) { return placeOfDecl(D, 0); }
  /// A callee's place as the caller sees it; invalid when it does not outlive
  /// the callee or cannot be named.
  Place translate(const Place &P, const CallFrame &Frame);
  /// The frame of a task's entry as seen where the task is started.
  CallFrame entryFrame(const Callable &Entry);
  Callable callableOf(const clang::Expr *E);

  /// A handle, a channel, a signal object, or an object that holds one.
  bool isInteresting(clang::QualType T);
  /// The modelled type of an object, seen through references, pointers, smart
  /// pointers, optionals, arrays and containers; null for others.
  const model::Type *heldType(clang::QualType T, bool *InHolder = nullptr);
  /// Whether T holds several (array, container), so that an element stands for
  /// all.
  bool isContainer(clang::QualType T);
  bool isSharingPointer(clang::QualType T);
  /// A modelled object through which an element is reached.
  bool isIterator(clang::QualType T);
  bool isCounterType(clang::QualType T);
  bool isPlainValue(clang::QualType T);
  /// Whether a struct has no code of its own but what makes and ends it.
  static bool isPlainStruct(clang::QualType T);

  bool inSystemHeader(clang::SourceLocation Loc) const;
  bool isVisible(const clang::FunctionDecl *F) const;
  /// Whether other units can reach the object with static storage: by its name,
  /// or by the result of the function that it is a static local of.
  bool isReachedElsewhere(const clang::VarDecl *V);

  /// Calls of a function in this unit, with the function around each.
  struct CallSite {
    const clang::Expr *Call;
    const clang::FunctionDecl *In;
  };
  llvm::ArrayRef<CallSite> callers(const clang::FunctionDecl *F) const;
  /// Calls of functions that are not visible and return a modelled type of this
  /// role, in source order.
  llvm::SmallVector<CallSite, 4> unseenCallsReturning(model::Role R);

  /// The spawn whose value \p E is, or null.
  const Spawn *spawnAt(const clang::Expr *E) const;
  /// The lambda whose call operator \p F is, or null.
  const clang::LambdaExpr *lambdaOf(const clang::FunctionDecl *F) const;
  /// The function in which a lambda is written, transitively up to a
  /// non-lambda; \p F itself when it is none.
  const clang::FunctionDecl *outermost(const clang::FunctionDecl *F) const;
  /// The class whose object `this` is in \p F, lambdas included, or null.
  const clang::CXXRecordDecl *classOf(const clang::FunctionDecl *F) const;
  /// Whether `this` of \p F can be an object of \p Class: of it, of a base or
  /// of a class derived from it.
  bool canBeThis(const clang::FunctionDecl *F,
                 const clang::CXXRecordDecl *Class) const;
  const clang::FunctionDecl *enclosing(const clang::LambdaExpr *L) const;
  /// Whether the pointer or plain variable is assigned after its declaration.
  bool isReassigned(const clang::VarDecl *V) const {
    return Reassigned.contains(V->getCanonicalDecl());
  }
  /// Whether a field of the variable is assigned somewhere.
  bool hasWrittenField(const clang::VarDecl *V) const {
    return FieldWritten.contains(V->getCanonicalDecl());
  }
  /// An async spawn whose future \p F returns, or null.
  const Spawn *returnedAsync(const clang::FunctionDecl *F);
  /// The spawn whose thread \p F returns on its only way out, or null.
  const Spawn *returnedThread(const clang::FunctionDecl *F);
  /// A throw that visibly leaves \p F, or null: in it or in what it calls, not
  /// caught on the way. With \p Assume, a call that is not seen is one.
  const clang::Expr *visibleThrow(const clang::FunctionDecl *F,
                                  bool Assume = false);
  /// The same, as the event of \p F.
  const Event *visibleThrowEvent(const clang::FunctionDecl *F,
                                 bool Assume = false);

  /// The main function of the program if it is in this unit.
  const clang::FunctionDecl *mainFunction() const { return Main; }

private:
  friend class Extractor;
  friend class Collector;

  Place placeOf(const clang::Expr *E, unsigned Depth);
  Place placeOfDecl(const clang::ValueDecl *D, unsigned Depth);
  bool takesHandle(const clang::Expr *Init, clang::QualType T);
  Place normalize(Place P, unsigned Depth);
  Place boundTo(const clang::Expr *Init, const clang::FieldDecl *Field,
                unsigned Depth);
  Callable callableOf(const clang::Expr *E, unsigned Depth);
  void collect();

  clang::ASTContext &Context;
  std::shared_ptr<const model::Model> ModelHeld;
  model::Lookup Lookup;
  llvm::SetVector<const clang::FunctionDecl *> Functions;
  llvm::SetVector<const clang::CXXRecordDecl *> Classes;
  std::vector<Spawn *> AllSpawns;
  std::vector<const clang::VarDecl *> Globals, Initialized;
  std::vector<std::unique_ptr<Spawn>> SpawnStore;
  llvm::DenseMap<const clang::Expr *, Spawn *> SpawnOf;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<FunctionInfo>>
      Infos;
  llvm::DenseMap<const clang::CXXRecordDecl *,
                 std::unique_ptr<std::vector<Event>>>
      Destructors;
  llvm::DenseMap<const clang::FunctionDecl *, std::vector<CallSite>> Callers;
  llvm::DenseMap<const clang::FunctionDecl *, const clang::LambdaExpr *>
      Lambdas;
  llvm::DenseMap<const clang::FunctionDecl *, const clang::FunctionDecl *>
      LambdaParents;
  llvm::DenseSet<const clang::Decl *> Reassigned;
  llvm::DenseSet<const clang::Decl *> FieldWritten;
  llvm::DenseMap<const void *, signed char> Interesting;
  const clang::FunctionDecl *Main = nullptr;
  unsigned Nesting = 0; ///< Function bodies that are being read.
  bool HasHandles = false;
};

} // namespace joinery

#endif // JOINERY_TASK_UNIT_H
