//===- ExtractSpawns.cpp - Tasks and where their handles go ---------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A call or construction that starts a task makes a spawn of it; its handle
// lands in the place that takes the value.
//
//===----------------------------------------------------------------------===//

#include "task/Extract.h"

using namespace clang;
using joinery::model::Op;
using joinery::model::Role;

namespace joinery {

Spawn *Extractor::makeSpawn(const Expr *At, const model::Type *Type,
                            const model::Function *Function,
                            llvm::ArrayRef<const Expr *> Args,
                            unsigned EntryIndex, unsigned FirstArgument) {
  auto Owned = std::make_unique<Spawn>();
  Spawn *S = Owned.get();
  S->At = At;
  S->In = Info.Function;
  S->Type = Type;
  S->Function = Function;
  S->Loop = Loops.empty() ? nullptr : Loops.back();
  S->Given.append(Args.begin(), Args.end());
  S->EntryIndex = EntryIndex;
  S->FirstArgument = FirstArgument;
  if (EntryIndex < Args.size()) {
    S->EntryExpr = Args[EntryIndex];
    // A std::function made for the call was taken for one that is kept.
    SourceLocation EntryAt = S->EntryExpr->getBeginLoc();
    llvm::erase_if(Info.Events, [&](const Event &E) {
      return E.InCallable && E.At && E.At->getBeginLoc() == EntryAt;
    });
    Callable C = U.callableOf(Args[EntryIndex]);
    llvm::SmallVector<const Expr *, 4> Rest;
    for (unsigned I = FirstArgument; I < Args.size(); ++I)
      if (!isa<CXXDefaultArgExpr>(Args[I]))
        Rest.push_back(Args[I]);
    auto *Method = dyn_cast_or_null<CXXMethodDecl>(C.Function);
    if (Method && Method->isInstance() && !C.Lambda && !C.Object &&
        !Rest.empty()) {
      C.Object = Rest.front();
      Rest.erase(Rest.begin());
    }
    // A stop token that the library passes first.
    if (C.Function && C.Arguments.empty() &&
        C.Function->getNumParams() == Rest.size() + 1) {
      const model::Type *First = U.lookup().type(
          C.Function->getParamDecl(0)->getType().getNonReferenceType());
      if (First && First->Role == Role::StopToken)
        Rest.insert(Rest.begin(), nullptr);
    }
    if (C.Arguments.empty())
      C.Arguments.append(Rest.begin(), Rest.end());
    S->Entry = std::move(C);
  }
  U.SpawnStore.push_back(std::move(Owned));
  U.AllSpawns.push_back(S);
  U.SpawnOf[At] = S;
  Info.Spawns.push_back(S);
  // A task that is given a handle becomes one of its owners.
  if (const FunctionDecl *Body = S->Entry.body();
      Body && !U.inSystemHeader(Body->getLocation())) {
    CallFrame Frame = U.entryFrame(S->Entry);
    llvm::SmallVector<Place, 4> Taken;
    for (const Event &E : U.info(Body).Events) {
      if (E.Kind == EventKind::Test || E.Kind == EventKind::Start)
        continue;
      Place P = U.translate(E.Where, Frame);
      const model::Type *Held = E.Type;
      if (P && P.last())
        Held = U.heldType(P.last()->getType());
      if (!P || !Held || llvm::is_contained(Taken, P))
        continue;
      // A future is handed on also by a task that only reads it.
      bool Reads = E.Kind == EventKind::Wait ||
                   E.Kind == EventKind::TimedWait ||
                   E.Kind == EventKind::Receive;
      bool Ends = E.Kind == EventKind::Join || E.Kind == EventKind::Detach ||
                  E.Kind == EventKind::MoveOut || E.Kind == EventKind::Escape ||
                  E.Kind == EventKind::Close;
      if ((Ends && Held->Role == Role::Thread) ||
          ((Ends || Reads) && Held->Role == Role::Future))
        Taken.push_back(P);
      // The caller's channel now has ends that the caller does not see.
      bool Channels = E.Kind == EventKind::Send || Reads ||
                      E.Kind == EventKind::TimedReceive ||
                      E.Kind == EventKind::Close;
      if (Channels && Held->Role == Role::Channel && P.variable() &&
          isa<ParmVarDecl>(P.variable()))
        Taken.push_back(P);
    }
    for (const Place &P : Taken)
      add(EventKind::Escape, P, At, At);
  }
  return S;
}

/// Whether an argument is a token by which nobody hears of the task's end.
bool Extractor::hasDetachingToken(llvm::ArrayRef<const Expr *> Args) {
  for (const Expr *A : Args)
    if (auto *Ref = dyn_cast<DeclRefExpr>(valueOf(A)))
      if (auto *V = dyn_cast<VarDecl>(Ref->getDecl()))
        if (const model::Function *F =
                U.lookup().model().findFunction(model::qualifiedName(V));
            F && F->Does == Op::CompletionToken)
          return true;
  return false;
}

/// Constructing an element in a container or holder starts a task when the
/// element's constructor does.
bool Extractor::spawnInPlace(const Expr *C, const Expr *Object,
                             llvm::ArrayRef<const Expr *> Args) {
  QualType Holder = Object ? Object->getType() : C->getType();
  const model::Type *Held = U.heldType(Holder);
  if (!Held || !Held->SpawnsInConstructor || Args.empty())
    return false;
  unsigned Entry = 0;
  // Keys and tags before the entry.
  while (Entry < Args.size()) {
    QualType T = Args[Entry]->getType().getNonReferenceType();
    const CXXRecordDecl *R = T->getAsCXXRecordDecl();
    bool IsCallable = (R && (R->isLambda() || U.callableOf(Args[Entry]))) ||
                      T->isFunctionType() || T->isFunctionPointerType() ||
                      T->isMemberPointerType() || U.callableOf(Args[Entry]);
    if (IsCallable || (R && R->getIdentifier() && R->getName() == "function"))
      break;
    ++Entry;
  }
  if (Entry == Args.size() || Entry > 1)
    return false;
  // An argument that is a handle already is stored, not started.
  if (U.heldType(Args[Entry]->getType()) == Held)
    return false;
  Spawn *S = makeSpawn(C, Held, nullptr, Args, Entry, Entry + 1);
  if (!Object)
    return true;
  if (Place Target = U.placeOf(Object); Target && !Target.isUnnamed())
    start(S, Target, C, U.isContainer(Holder));
  else
    S->Where = Fate::None; // Some container keeps it.
  return true;
}

void Extractor::start(Spawn *S, const Place &Target, const Stmt *At,
                      bool Element) {
  // Whoever has the object that the call leads to has the handle.
  const bool Named = Target && !Target.isUnnamed();
  S->Where = Named ? Fate::Stored : Fate::Unknown;
  S->Handle = Named ? Target : Place();
  S->IntoContainer = Element;
  if (!Named)
    return;
  Event &E = add(EventKind::Start, Target, At, S->At);
  E.Task = S;
  E.Type = S->Type;
  E.Element = Element;
  E.Status = S->ReportsFailure;
  E.Success = 0;
}

/// The tasks and handles of a value arrive in \p Target.
void Extractor::land(const Expr *Value, const Place &Target, QualType T,
                     const Stmt *At, bool Element) {
  if (!Value || !Target || Target.isUnnamed())
    return;
  const Expr *E = valueOf(Value);
  if (E->getType().isNull())
    return; // Of a variable that does not compile.
  if (Spawn *S = U.SpawnOf.lookup(E)) {
    if (S->Where == Fate::Unknown)
      start(S, Target, At == Value ? S->At : At, Element);
    return;
  }
  if (auto *C = dyn_cast<CXXConstructExpr>(E)) {
    bool System = U.inSystemHeader(C->getConstructor()->getLocation());
    bool CopyOrMove =
        C->getNumArgs() == 1 && C->getConstructor()->isCopyOrMoveConstructor();
    // A user's constructor takes over what it is given.
    // A pair or tuple of handles holds several.
    bool Several = C->getNumArgs() > 1 && U.heldType(T);
    if (System || CopyOrMove)
      for (const Expr *A : C->arguments())
        land(A, Target, T, At == Value ? (const Stmt *)C : At,
             Element || Several);
    return;
  }
  if (auto *L = dyn_cast<InitListExpr>(E)) {
    const RecordDecl *R = L->getType()->getAsRecordDecl();
    if (R && !U.inSystemHeader(R->getLocation())) {
      unsigned I = 0;
      for (const FieldDecl *F : R->fields()) {
        if (I >= L->getNumInits())
          break;
        land(L->getInit(I++), Target.field(F), F->getType(),
             At == Value ? (const Stmt *)L : At, Element);
      }
      return;
    }
    for (const Expr *I : L->inits())
      land(I, Target, T, At == Value ? (const Stmt *)L : At, true);
    return;
  }
  if (auto *L = dyn_cast<CXXStdInitializerListExpr>(E))
    return land(L->getSubExpr(), Target, T, At, true);
  if (auto *N = dyn_cast<CXXNewExpr>(E)) {
    if (const Expr *Init = N->getInitializer())
      land(Init, Target, T, At == Value ? (const Stmt *)N : At, Element);
    return;
  }
  if (auto *Cond = dyn_cast<ConditionalOperator>(E)) {
    // Only one of the two is evaluated.
    for (const Expr *Branch : {Cond->getTrueExpr(), Cond->getFalseExpr()})
      land(Branch, Target, T, At == Value ? (const Stmt *)Branch : At, Element);
    return;
  }
  auto *Call = dyn_cast<CallExpr>(E);
  if (!Call || !Call->getDirectCallee())
    return;
  auto Meaning = U.lookup().call(Call->getDirectCallee());
  if (Meaning && Meaning->Does == Op::Make) {
    // A pair or tuple of handles holds several.
    const bool Several = Call->getNumArgs() > 1;
    for (const Expr *A : Call->arguments())
      land(A, Target, T, At == Value ? (const Stmt *)Call : At,
           Element || Several);
    return;
  }
  if (Meaning && (Meaning->Does == Op::Move || Meaning->Does == Op::Exchange) &&
      Call->getNumArgs() > 0) {
    Place From = U.placeOf(Call->getArg(0));
    if (From && From != Target && U.heldType(Call->getArg(0)->getType())) {
      // A handle that the function was given.
      if (auto *Parameter = dyn_cast_or_null<ParmVarDecl>(From.variable());
          Parameter && From.path().empty() && !Target.variable() &&
          Parameter->getDeclContext() == Info.Function &&
          !Parameter->getType()->isLValueReferenceType())
        if (const model::Type *Held = U.heldType(Parameter->getType());
            Held && Held->Role == Role::Thread)
          Info.Takes.push_back({Target, Parameter->getFunctionScopeIndex()});
      // The task that the source held, as far as it is known here.
      for (size_t I = Info.Events.size(); I-- > 0;) {
        const Event &Before = Info.Events[I];
        // std::exchange has put another task into the source by now.
        if (Before.Kind == EventKind::Start && Before.Where == From &&
            Before.At != Call) {
          const Spawn *Task = Before.Task;
          const model::Type *Type = Before.Type;
          Event &Moved = add(EventKind::Start, Target,
                             At == Value ? (const Stmt *)Call : At,
                             Task ? Task->At : Call);
          Moved.Task = Task;
          Moved.Type = Type;
          Moved.From = From;
          Moved.Element = Element;
          break;
        }
      }
    }
  }
}

/// What \p Value shares of an object, by a copy of its pointer, \p Target has
/// as well: who takes it from there may end it.
void Extractor::shareOn(const Expr *Value, const Stmt *At,
                        const Place &Target) {
  const Expr *E = valueOf(Value);
  if (isa<LambdaExpr>(E))
    return;
  if (U.isSharingPointer(E->getType()) && U.isInteresting(E->getType()) &&
      isa<DeclRefExpr, MemberExpr>(E)) {
    if (Place P = U.placeOf(E); P && P != Target)
      add(EventKind::Escape, P, At, E);
    return;
  }
  // A pair, an element with more members.
  if (auto *Made = dyn_cast<CXXConstructExpr>(E))
    for (const Expr *A : Made->arguments())
      shareOn(A, At, Target);
  else if (auto *List = dyn_cast<InitListExpr>(E))
    for (const Expr *I : List->inits())
      shareOn(I, At, Target);
}

/// The future that \p Value has just asked for stays in \p Target.
void Extractor::keepFuture(const Expr *Value, const Place &Target) {
  const Expr *Call = valueOf(Value);
  for (Event &E : Info.Events)
    if (E.Kind == EventKind::GetFuture && E.At == Call && !E.From)
      E.From = Target;
}

/// A call of a function of this unit that returns an async future, a thread
/// that it has started, or a container of such, stands for the spawn inside.
void Extractor::helperSpawn(CallExpr *C, const FunctionDecl *Callee) {
  QualType T = Callee->getReturnType();
  const bool Several = U.isContainer(T);
  const model::Type *Result =
      Several ? U.heldType(T) : U.lookup().type(Callee->getReturnType());
  if (!Result || !T->isRecordType() ||
      ((Result->Role != Role::Future || Several) &&
       Result->Role != Role::Thread))
    return;
  const Spawn *Inner = Result->Role == Role::Future ? U.returnedAsync(Callee)
                                                    : U.returnedThread(Callee);
  if (!Inner)
    return;
  auto Owned = std::make_unique<Spawn>();
  Spawn *S = Owned.get();
  S->At = C;
  S->In = Info.Function;
  S->Type = Inner->Type;
  S->Function = Inner->Function;
  S->IsAsync = Inner->IsAsync;
  S->Deferred = Inner->Deferred;
  S->Through = Inner;
  S->Loop = Loops.empty() ? nullptr : Loops.back();
  U.SpawnStore.push_back(std::move(Owned));
  U.AllSpawns.push_back(S);
  U.SpawnOf[C] = S;
  Info.Spawns.push_back(S);
}

} // namespace joinery
