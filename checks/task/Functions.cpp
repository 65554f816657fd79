//===- Functions.cpp - What functions and destructors do, as a whole ------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Made once, on demand: the events of a function, those of destroying an
// object, and what a function throws and returns.
//
//===----------------------------------------------------------------------===//

#include "task/Bounds.h"
#include "task/Extract.h"

using namespace clang;
using joinery::model::Role;

namespace joinery {

/// Calls of calls are followed so far, for the sake of the stack.
static constexpr unsigned MaxNesting = 400;

const FunctionInfo &Unit::info(const FunctionDecl *F) {
  const FunctionDecl *Definition = nullptr;
  if (F->hasBody(Definition))
    F = Definition;
  auto &Slot = Infos[F];
  if (!Slot) {
    Slot = std::make_unique<FunctionInfo>();
    Slot->Function = F;
  }
  FunctionInfo &Info = *Slot;
  if (Info.Done || Info.Computing)
    return Info;
  if (Nesting >= MaxNesting) {
    hitBound("calls on the way to it", F);
    return Info;
  }
  Info.Computing = true;
  ++Nesting;
  if (F->getBody() && !F->isDependentContext()) {
    // Recursive calls see what is there so far: nothing.
    FunctionInfo Fresh;
    Fresh.Function = F;
    Extractor(*this, Fresh).run();
    FunctionInfo &Now = *Infos[F];
    Now.Events = std::move(Fresh.Events);
    Now.Spawns = std::move(Fresh.Spawns);
    Now.Calls = std::move(Fresh.Calls);
    Now.Takes = std::move(Fresh.Takes);
  }
  FunctionInfo &Now = *Infos[F];
  --Nesting;
  Now.Computing = false;
  Now.Done = true;
  return Now;
}

const std::vector<Event> &Unit::destructor(const CXXRecordDecl *Record) {
  static const std::vector<Event> Nothing;
  Record = Record->getDefinition();
  if (!Record || Record->isDependentType())
    return Nothing;
  auto [It, New] = Destructors.try_emplace(Record);
  if (!New)
    return It->second ? *It->second : Nothing;
  auto Events = std::make_unique<std::vector<Event>>();
  if (const CXXDestructorDecl *D = Record->getDestructor(); D && isVisible(D))
    *Events = info(D).Events;
  if (!inSystemHeader(Record->getLocation()) &&
      isInteresting(Context.getCanonicalTagType(Record))) {
    for (const FieldDecl *F : Record->fields()) {
      if (F->getType()->isReferenceType() || F->getType()->isPointerType())
        continue;
      for (Event &E : destructorAt(Place::thisObject().field(F), F->getType()))
        Events->push_back(std::move(E));
    }
    for (const CXXBaseSpecifier &B : Record->bases())
      if (const CXXRecordDecl *Base = B.getType()->getAsCXXRecordDecl())
        for (const Event &E : destructor(Base))
          Events->push_back(E);
  }
  auto &Slot = Destructors[Record];
  Slot = std::move(Events);
  return *Slot;
}

bool Unit::addDeleter(const Place &P, QualType T, std::vector<Event> &Effects) {
  const auto *Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  const model::Type *M = Special ? Lookup.type(T) : nullptr;
  if (!M || !M->Deleter || Special->getTemplateArgs().size() < 2 ||
      Special->getTemplateArgs()[1].getKind() != TemplateArgument::Type)
    return false;
  QualType Deleter = Special->getTemplateArgs()[1].getAsType();
  const CXXRecordDecl *Record = Deleter->getAsCXXRecordDecl();
  if (Record && inSystemHeader(Record->getLocation()) &&
      Record->getIdentifier() && !Deleter->isFunctionType() &&
      Record->isEmpty())
    return false; // default_delete
  const FunctionDecl *Body = nullptr;
  if (Record && Record->hasDefinition())
    for (const CXXMethodDecl *Method : Record->methods())
      if (Method->getOverloadedOperator() == OO_Call && isVisible(Method))
        Method->hasBody(Body);
  if (!Body) {
    Event Unknown;
    Unknown.Kind = EventKind::Escape;
    Unknown.Where = P;
    Effects.push_back(std::move(Unknown));
    return true;
  }
  for (Event E : info(Body).Events) {
    auto *Parameter = dyn_cast_or_null<ParmVarDecl>(E.Where.variable());
    if (!Parameter || Parameter->getDeclContext() != Body)
      continue;
    E.Where = E.Where.rebased(P);
    E.Guard = nullptr;
    Effects.push_back(std::move(E));
  }
  return true;
}

std::vector<Event> Unit::destructorAt(const Place &P, QualType T) {
  std::vector<Event> Result;
  if (T->isReferenceType() || T->isPointerType())
    return Result;
  if (addDeleter(P, T, Result))
    return Result;
  // A class of this unit that derives from a handle ends it by itself.
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  bool Derived = Class && !inSystemHeader(Class->getLocation()) &&
                 Class->hasDefinition() && Class->hasUserDeclaredDestructor();
  if (const model::Type *M = heldType(T); M && !Derived) {
    if (M->OnDestroy == model::OnDestroy::Join ||
        M->OnDestroy == model::OnDestroy::StopAndJoin) {
      Event E;
      E.Kind = EventKind::Join;
      E.Where = P;
      E.Type = M;
      Result.push_back(E);
    }
    return Result;
  }
  // What a smart pointer, optional or container holds dies with it.
  QualType Element = T;
  for (unsigned Depth = 0; Depth != 4; ++Depth) {
    const auto *Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
        Element->getAsCXXRecordDecl());
    if (const ArrayType *A = Element->getAsArrayTypeUnsafe()) {
      Element = A->getElementType();
      continue;
    }
    if (!Special || !inSystemHeader(Special->getLocation()) ||
        Special->getTemplateArgs().size() == 0)
      break;
    QualType Inner;
    for (const TemplateArgument &A : Special->getTemplateArgs().asArray())
      if (A.getKind() == TemplateArgument::Type &&
          !A.getAsType()->isPointerType() && isInteresting(A.getAsType())) {
        Inner = A.getAsType();
        break;
      }
    if (Inner.isNull())
      break;
    Element = Inner;
  }
  const CXXRecordDecl *Record = Element->getAsCXXRecordDecl();
  if (!Record || inSystemHeader(Record->getLocation()))
    return Result;
  CallFrame Frame;
  Frame.Object = P;
  Frame.Callee = Record->getDestructor();
  for (const Event &E : destructor(Record)) {
    Event Seen = E;
    bool Placeless = E.Kind == EventKind::Exit || E.Kind == EventKind::Detach;
    Seen.Where = translate(E.Where, Frame);
    Seen.Owner = translate(E.Owner, Frame);
    if (!Seen.Where && !Placeless)
      continue;
    Seen.Guard = nullptr;
    Result.push_back(std::move(Seen));
  }
  return Result;
}

std::vector<Event> Unit::destructorOf(const VarDecl *V) {
  QualType T = V->getType();
  // The destructors of bare handles are the path engine's business.
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  if (heldType(T) && (!Class || inSystemHeader(Class->getLocation()))) {
    std::vector<Event> Effects;
    addDeleter(Place::variable(V), T, Effects);
    return Effects;
  }
  if (!T->isRecordType() || !isInteresting(T)) {
    // A guard may hold only a reference or a callable.
    const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
    if (!Record || inSystemHeader(Record->getLocation()))
      return {};
  }
  return destructorAt(Place::variable(V), T);
}

const Expr *Unit::visibleThrow(const FunctionDecl *F, bool Assume) {
  const Event *E = visibleThrowEvent(F, Assume);
  return E ? E->Origin : nullptr;
}

const Event *Unit::visibleThrowEvent(const FunctionDecl *F, bool Assume) {
  const auto *Proto = F->getType()->getAs<FunctionProtoType>();
  if (Proto && Proto->isNothrow())
    return nullptr;
  for (const Event &E : info(F).Events)
    if (!E.Caught && (E.Kind == EventKind::Throw ||
                      (Assume && E.Kind == EventKind::MayThrow)))
      return &E;
  return nullptr;
}

/// The first of the spawns of \p Info that \p Is picks and whose handle is
/// returned.
static const Spawn *returnedSpawn(const FunctionInfo &Info,
                                  llvm::function_ref<bool(const Spawn &)> Is) {
  for (const Spawn *S : Info.Spawns) {
    if (!Is(*S))
      continue;
    if (S->Where == Fate::Returned)
      return S;
    if (S->Where == Fate::Stored)
      for (const Event &E : Info.Events)
        if (E.Kind == EventKind::MoveOut && E.Where == S->Handle &&
            isa<ReturnStmt>(E.At))
          return S;
  }
  return nullptr;
}

const Spawn *Unit::returnedAsync(const FunctionDecl *F) {
  return returnedSpawn(info(F), [](const Spawn &S) { return S.IsAsync; });
}

const Spawn *Unit::returnedThread(const FunctionDecl *F) {
  // With several returns, one may return a handle without a task.
  struct Returns : RecursiveASTVisitor<Returns> {
    unsigned Count = 0;
    bool TraverseLambdaExpr(LambdaExpr *) { return true; }
    bool VisitReturnStmt(ReturnStmt *) { return ++Count; }
    bool VisitIfStmt(IfStmt *) { return Count += 2; }
  } In;
  const FunctionDecl *Body = nullptr;
  if (!F->hasBody(Body))
    return nullptr;
  In.TraverseStmt(Body->getBody());
  if (In.Count != 1)
    return nullptr;
  return returnedSpawn(info(F), [](const Spawn &S) {
    return S.Type && S.Type->Role == Role::Thread && !S.Through;
  });
}

} // namespace joinery
