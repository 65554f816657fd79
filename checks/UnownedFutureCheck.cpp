//===- UnownedFutureCheck.cpp - Futures that are dropped ------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnownedFutureCheck.h"
#include "flow/Futures.h"
#include "flow/Members.h"
#include "task/Extract.h"

using namespace clang;
using joinery::model::Role;

namespace joinery {

UnownedFutureCheck::UnownedFutureCheck(StringRef Name,
                                       tidy::ClangTidyContext *Context,
                                       std::shared_ptr<UnitCache> Units)
    : JoineryCheck(Name, Context, std::move(Units)),
      WarnOnScopedAsync(Options.get("WarnOnScopedAsync", false)),
      AssumeCallsMayThrow(Options.get("AssumeCallsMayThrow", false)) {}

void UnownedFutureCheck::storeOptions(tidy::ClangTidyOptions::OptionMap &Opts) {
  JoineryCheck::storeOptions(Opts);
  Options.store(Opts, "WarnOnScopedAsync", WarnOnScopedAsync);
  Options.store(Opts, "AssumeCallsMayThrow", AssumeCallsMayThrow);
}

static std::string calleeName(const Expr *Call) {
  if (auto *C = dyn_cast<CallExpr>(Call))
    if (const FunctionDecl *F = C->getDirectCallee())
      return model::qualifiedName(F);
  return "the call";
}

/// The T of future<T>; null when it cannot be told.
static QualType resultType(QualType T) {
  const auto *Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  if (!Special || Special->getTemplateArgs().size() == 0 ||
      Special->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return {};
  return Special->getTemplateArgs()[0].getAsType();
}

/// Whether something is lost when nobody reads the future: a value, or an
/// exception that the task visibly throws.
bool UnownedFutureCheck::losesSomething(Analysis &A, const Spawn &S) const {
  if (S.Deferred)
    return false;
  if (WarnOnScopedAsync)
    return true;
  QualType Result = resultType(S.At->getType());
  if (!Result.isNull() && !Result->isVoidType())
    return true;
  const Spawn *Inner = &S;
  while (Inner->Through)
    Inner = Inner->Through;
  const FunctionDecl *Body = Inner->Entry.body();
  return Body && A.Tasks.visibleThrow(Body, AssumeCallsMayThrow);
}

static std::string discardMessage(const std::string &Name, bool Deferred) {
  if (Deferred)
    return "the future of '" + Name +
           "' is discarded, so its deferred task never runs; keep the future "
           "and get its result, or call the function directly";
  return "the future of '" + Name +
         "' is discarded, and its destructor waits for the task right here; "
         "keep the future, or call the function directly";
}

static void findDiscarded(Analysis &A, const FunctionDecl *F, Defects &Found) {
  for (const Spawn *S : A.Tasks.info(F).Spawns) {
    if (!S->IsAsync)
      continue;
    if (S->Where == Fate::Discarded) {
      Defect D;
      D.At = isa<CXXOperatorCallExpr>(S->At) ? S->At->getBeginLoc()
                                             : operationAt(S->At);
      std::string Name = calleeName(S->At);
      D.Message = discardMessage(Name, S->Deferred);
      if (S->Through)
        D.then(S->Through->At->getBeginLoc(), "the task is started here");
      Found.push_back(std::move(D));
    }
  }
  for (const Event &E : A.Tasks.info(F).Events) {
    if (E.Kind != EventKind::TimedWait || !E.Task || !E.Task->IsAsync ||
        E.Task->Where != Fate::Chained || E.OriginIn != F)
      continue;
    Defect D;
    D.At = operationAt(E.Origin);
    D.Message = "this timeout cannot work: the future's destructor waits for "
                "the whole task at the end of the statement; keep the future "
                "beyond the timeout";
    Found.push_back(std::move(D));
  }
}

void UnownedFutureCheck::findLocals(Analysis &A, const FunctionDecl *F,
                                    Defects &Found) {
  Unit &U = A.Tasks;
  const SourceManager &Sources = U.context().getSourceManager();
  llvm::SmallVector<Place, 4> Subjects;
  for (const Event &E : U.info(F).Events) {
    if (E.Kind != EventKind::Start || !E.Task || !E.Task->IsAsync)
      continue;
    const VarDecl *V = E.Where.variable();
    if (!V || !V->hasLocalStorage() || isa<ParmVarDecl>(V) ||
        V->getType()->isPointerType() || V->isInitCapture() ||
        !(F->Encloses(V->getDeclContext()) || V->getDeclContext() == F))
      continue;
    if (!llvm::is_contained(Subjects, E.Where))
      Subjects.push_back(E.Where);
  }
  FunctionFlow *Flow = Subjects.empty() ? nullptr : A.Paths.get(F);
  if (!Flow)
    return;
  for (const Place &P : Subjects) {
    FutureQuestion Q(A, *Flow, P, P.variable());
    Q.AssumeCallsMayThrow = AssumeCallsMayThrow;
    if (!followPaths(*Flow, Q))
      continue;
    std::string Name = P.str();
    llvm::SmallPtrSet<const Event *, 2> Told;
    for (const FutureLoss &L : Q.Losses)
      if (L.How == FutureLoss::TimedOut && L.Start)
        Told.insert(L.Start);
    for (const FutureLoss &L : Q.Losses) {
      if (!L.Start || !L.Start->Task || !L.Start->Task->IsAsync ||
          L.Start->Task->Deferred)
        continue;
      const Spawn &S = *L.Start->Task;
      Defect D;
      switch (L.How) {
      case FutureLoss::Unread:
        if (Told.count(L.Start) || !losesSomething(A, S))
          continue;
        D.At = S.At->getBeginLoc();
        D.Message = "a path leaves the result of this task unread: the "
                    "destructor of '" +
                    Name +
                    "' waits for the task and drops what it returns or "
                    "throws; get it on every path";
        for (const auto &[Where, Text] : tellPath(L.Path, U.context()))
          D.then(Where, Text);
        D.then(L.At, "'" + Name + "' is destroyed here without being read");
        break;
      case FutureLoss::TimedOut:
        if (!L.Wait)
          continue;
        D.At = operationAt(L.Wait->Origin);
        D.Message = "this timeout cannot work: after it, the destructor of '" +
                    Name +
                    "' waits for the whole task; ask the task to stop, or keep "
                    "the future beyond the timeout";
        D.then(S.At->getBeginLoc(), "the task is started here");
        for (const auto &[Where, Text] : tellPath(L.Path, U.context()))
          if (Sources.getFileLoc(Where) != Sources.getFileLoc(D.At))
            D.then(Where, Text);
        D.then(L.At, "'" + Name + "' is destroyed here and waits");
        break;
      case FutureLoss::Overwritten:
        D.At = L.At;
        D.Message = "'" + Name +
                    "' is assigned over while its task may be running, so the "
                    "assignment waits for it; get or wait for it first";
        D.then(S.At->getBeginLoc(), "the earlier task is started here");
        break;
      }
      Found.push_back(std::move(D));
    }
  }
}

static void findMembers(Analysis &A, const CXXRecordDecl *Class,
                        Defects &Found) {
  for (const FieldDecl *F : Class->fields()) {
    const model::Type *M = A.Tasks.heldType(F->getType());
    if (!M || M->Role != Role::Future || A.Tasks.isContainer(F->getType()))
      continue;
    auto Over = overwrittenMember(A, Class, F, /*Again=*/true);
    if (!Over || !Over->Task || !Over->Task->IsAsync || Over->Task->Deferred)
      continue;
    Defect D;
    D.At = Over->Assignment->getBeginLoc();
    D.Message = "'" + F->getNameAsString() +
                "' is assigned over while its task may be running, so the "
                "assignment waits for it; get or wait for it first";
    D.then(F->getLocation(), "the member keeps the future of the call before");
    Found.push_back(std::move(D));
  }
}

/// Whether the value of \p E is dropped where it is made, cast to void or not.
static bool isDropped(const Stmt *E, const FunctionFlow &Flow) {
  const Stmt *P = Flow.parent(E);
  while (isa_and_nonnull<ExprWithCleanups, CastExpr, ParenExpr,
                         CXXBindTemporaryExpr, MaterializeTemporaryExpr>(P))
    P = Flow.parent(P);
  return isa_and_nonnull<CompoundStmt>(P);
}

/// Futures that functions of other units return and that are dropped here.
static void findDiscardedElsewhere(Analysis &A) {
  for (const Unit::CallSite &C : A.Tasks.unseenCallsReturning(Role::Future)) {
    auto *Call = dyn_cast<CallExpr>(C.Call);
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
    FunctionFlow *Flow = C.In && Callee ? A.Paths.get(C.In) : nullptr;
    if (!Flow || (Method && Method->isVirtual()) || !isDropped(Call, *Flow))
      continue;
    Defect D;
    D.At = operationAt(Call);
    D.Message = discardMessage(calleeName(Call), /*Deferred=*/false);
    Condition If;
    If.ReturnsAsync = Callee;
    hangs(A, "joinery-unowned-future", std::move(D), std::move(If));
  }
}

/// Whether a future of the object is kept somewhere in the unit.
static bool futureIsKept(Analysis &A, const FunctionDecl *F, const Place &P) {
  FunctionFlow *Flow = A.Paths.get(F);
  for (const Event &E : A.Tasks.info(F).Events) {
    if (!E.Where.touches(P))
      continue;
    if (E.Kind == EventKind::GetFuture && !(Flow && isDropped(E.At, *Flow)))
      return true;
  }
  return false;
}

/// Whether a shared pointer to the object goes anywhere but to the task: it is
/// returned, stored or given to a call.
static bool hasOtherOwner(Unit &U, const FunctionDecl *F, const Spawn &S,
                          const Place &Object) {
  const VarDecl *V = Object.variable();
  if (!V || !U.isSharingPointer(V->getType()))
    return false;
  struct Copies : RecursiveASTVisitor<Copies> {
    const VarDecl *V;
    unsigned Found = 0;
    explicit Copies(const VarDecl *V) : V(V) {}
    bool TraverseLambdaExpr(LambdaExpr *) { return true; }
    void note(const Expr *E) {
      auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
      Found += Ref && Ref->getDecl() == V;
    }
    bool VisitCXXConstructExpr(CXXConstructExpr *C) {
      if (C->getNumArgs() == 1)
        note(C->getArg(0));
      return true;
    }
    bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *C) {
      if (C->getOperator() == OO_Equal && C->getNumArgs() == 2)
        note(C->getArg(1));
      return true;
    }
    bool VisitReturnStmt(ReturnStmt *R) {
      if (R->getRetValue())
        note(R->getRetValue());
      return true;
    }
    bool VisitInitListExpr(InitListExpr *L) {
      for (const Expr *I : L->inits())
        note(I);
      return true;
    }
  } All(V);
  All.TraverseStmt(F->getBody());
  // Arguments of the spawn itself are the task's.
  Copies Own(V);
  Own.TraverseStmt(const_cast<Expr *>(S.At));
  return All.Found > Own.Found;
}

/// Futures of packaged tasks and promises that nobody asked for.
static void findUnasked(Analysis &A, const FunctionDecl *F, Defects &Found) {
  Unit &U = A.Tasks;
  auto IsOwn = [&](const Place &P) {
    const VarDecl *V = P.variable();
    return V && V->hasLocalStorage() && !isa<ParmVarDecl>(V) &&
           P.path().empty() && !V->getType()->isReferenceType() &&
           !V->getType()->isPointerType() && !V->isInitCapture() &&
           (F->Encloses(V->getDeclContext()) || V->getDeclContext() == F);
  };
  for (const Spawn *S : U.info(F).Spawns) {
    if (!S->EntryExpr)
      continue;
    Place Object;
    std::string What;
    const model::Type *Entry = U.heldType(S->EntryExpr->getType());
    if (Entry && Entry->Role == Role::PackagedTask) {
      Object = U.placeOf(S->EntryExpr);
      What = "packaged task";
      // What the call itself returns may be that future.
      FunctionFlow *Flow = A.Paths.get(F);
      if (!S->At->getType()->isVoidType() && S->At->getType()->isRecordType() &&
          isa<CallExpr>(S->At) && !(Flow && isDropped(S->At, *Flow)))
        continue;
      bool Temporary = isa<CXXConstructExpr>(valueOf(S->EntryExpr)) && !Object;
      if (!Temporary && (!IsOwn(Object) || futureIsKept(A, F, Object)))
        continue;
    } else if (const FunctionDecl *Body = S->Entry.body();
               Body && !U.inSystemHeader(Body->getLocation())) {
      CallFrame Frame = U.entryFrame(S->Entry);
      for (const Event &E : U.info(Body).Events)
        if (E.Kind == EventKind::Signal && E.Type &&
            E.Type->Role == Role::Promise)
          if (Place P = U.translate(E.Where, Frame); IsOwn(P))
            Object = P;
      What = "promise";
      if (!Object || U.isContainer(Object.variable()->getType()) ||
          !U.lookup().type(Object.variable()->getType()) ||
          futureIsKept(A, F, Object))
        continue;
      bool Elsewhere = false;
      for (const Event &E : U.info(F).Events)
        Elsewhere |= E.Kind == EventKind::Escape && E.Where.touches(Object);
      if (Elsewhere || hasOtherOwner(U, F, *S, Object))
        continue;
    } else {
      continue;
    }
    Defect D;
    D.At = S->At->getBeginLoc();
    D.Message = "nobody keeps the future of the " + What +
                " that this task fulfils, so its result or exception is lost; "
                "call get_future before the task is started";
    if (Object)
      D.then(Object.variable()->getLocation(), "the " + What + " is made here");
    Found.push_back(std::move(D));
  }
}

void UnownedFutureCheck::find(Analysis &A, Defects &Found) {
  for (const FunctionDecl *F : A.Tasks.functions()) {
    findDiscarded(A, F, Found);
    findLocals(A, F, Found);
    findUnasked(A, F, Found);
  }
  for (const CXXRecordDecl *C : A.Tasks.classes())
    findMembers(A, C, Found);
  findDiscardedElsewhere(A);
}

} // namespace joinery
