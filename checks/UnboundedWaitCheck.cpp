//===- UnboundedWaitCheck.cpp - Unbounded wait ----------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnboundedWaitCheck.h"
#include "flow/Handles.h"
#include "flow/Obligations.h"
#include "flow/Parts.h"
#include "flow/Stops.h"
#include "flow/Tracking.h"
#include "task/Extract.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

using joinery::model::Role;

namespace joinery {

namespace {

/// Whether a path comes to a wait with nobody asked to stop.
class AskedQuestion : public PathQuestion {
public:
  AskedQuestion(Unit &U, FunctionFlow &Flow, const Spawn &S, const Event &Wait,
                llvm::ArrayRef<Place> Used)
      : U(U), Flow(Flow), S(S), Wait(Wait), Used(Used) {}

  void visit(const Stmt *St, State Now,
             llvm::SmallVectorImpl<State> &Next) override {
    // What was said before the task began asks it for nothing.
    if (St == S.At)
      Now = 0;
    for (const Event *E : Flow.at(St)) {
      if (E->Kind == EventKind::Exit || E->Kind == EventKind::BlockForever)
        return;
      if (E == &Wait) {
        Unasked |= Now == 0;
        continue;
      }
      if (asks(*E) || (E->Kind == EventKind::Join && isAskedByTask(*E)))
        Now = 1;
    }
    Next.push_back(Now);
  }

  /// A loop that stops its tasks runs at least once; one that feeds them may
  /// have nothing to send.
  State leaveLoop(const Stmt *Loop, State Now) override {
    for (const Event &E : Flow.events())
      if (E.Loop == Loop && E.Kind != EventKind::Send &&
          E.Kind != EventKind::TimedSend && E.Kind != EventKind::CountUp &&
          asks(E))
        return 1;
    return Now;
  }

  bool Unasked = false;

private:
  bool asks(const Event &E) const {
    switch (E.Kind) {
    case EventKind::RequestStop:
    case EventKind::StopPool:
      return true;
    case EventKind::Escape:
      if (S.Handle && E.Where.touches(S.Handle))
        return true;
      [[fallthrough]];
    case EventKind::CountUp:
      // One more to wait for.
      if (E.Kind == EventKind::CountUp && E.Where.touches(Wait.Where))
        return false;
      [[fallthrough]];
    case EventKind::Store:
    case EventKind::Close:
    case EventKind::Signal:
    case EventKind::Decrement:
    case EventKind::Send:
    case EventKind::TimedSend:
    case EventKind::Reset:
      if (!E.Where || E.At == S.At)
        return false;
      for (const Place &P : Used)
        if (P.touches(E.Where) || mayBeSameObject(P, E.Where))
          return true;
      return false;
    default:
      return false;
    }
  }

  /// Whether a task that is joined here asks the other one: a stage of a
  /// pipeline that closes the next one's input when it ends.
  bool isAskedByTask(const Event &Join) const {
    for (const Spawn *Other : U.spawns()) {
      const FunctionDecl *Body = Other->Entry.body();
      if (Other == &S || !Body || !Other->Handle ||
          !(Other->Handle == Join.Where ||
            mayBeSameObject(Other->Handle, Join.Where)))
        continue;
      CallFrame Frame = U.entryFrame(Other->Entry);
      for (Event E : U.info(Body).Events) {
        E.Where = U.translate(E.Where, Frame);
        if (asks(E))
          return true;
      }
    }
    return false;
  }

  Unit &U;
  FunctionFlow &Flow;
  const Spawn &S;
  const Event &Wait;
  llvm::ArrayRef<Place> Used;
};

} // namespace

namespace {

/// Looks for calls of unseen code that are given something that a task uses:
/// what they do with it (shutdown, cancel) is not seen, and may be the stop.
struct UnseenRequests : RecursiveASTVisitor<UnseenRequests> {
  Unit &U;
  llvm::ArrayRef<Place> Used;
  SourceLocation Before; ///< Only calls before it, when valid.
  bool Found = false;
  UnseenRequests(Unit &U, llvm::ArrayRef<Place> Used, SourceLocation Before)
      : U(U), Used(Used), Before(Before) {}
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }

  bool touches(const Expr *E) {
    Place P = U.placeOf(E);
    return P && llvm::any_of(Used, [&](const Place &Mine) {
             return Mine.touches(P) || mayBeSameObject(Mine, P);
           });
  }
  bool VisitCallExpr(CallExpr *C) {
    const FunctionDecl *Callee = C->getDirectCallee();
    const SourceManager &Sources = U.context().getSourceManager();
    if (!Callee || U.isVisible(Callee) || U.lookup().call(Callee) ||
        (Before.isValid() &&
         !Sources.isBeforeInTranslationUnit(C->getBeginLoc(), Before)))
      return true;
    if (auto *Member = dyn_cast<CXXMemberCallExpr>(C))
      if (!Member->getMethodDecl()->isConst()) {
        // A base may ask its derived class's task.
        Found |= U.placeOf(Member->getImplicitObjectArgument()).isThis();
        Found |= touches(Member->getImplicitObjectArgument());
      }
    for (const Expr *A : C->arguments())
      Found |= touches(A);
    Found |= isByNumber(C, Callee);
    return true;
  }
  /// close(fd), shutdown(socket, how), kill(pid, signal): the task may have
  /// another copy of the number.
  static bool isByNumber(const CallExpr *C, const FunctionDecl *Callee) {
    if (!Callee->isExternC() || C->getNumArgs() == 0 || C->getNumArgs() > 2 ||
        !C->getType()->isIntegerType())
      return false;
    const Expr *First = C->getArg(0)->IgnoreParenImpCasts();
    return First->getType()->isIntegerType() && First->isLValue();
  }
};

} // namespace

static bool mayHaveAsked(Unit &U, const FunctionDecl *F, const Event &Wait,
                         llvm::ArrayRef<Place> Used) {
  UnseenRequests Here(U, Used, Wait.At->getBeginLoc());
  Here.TraverseStmt(F->getBody());
  if (Here.Found)
    return true;
  const SourceManager &Sources = U.context().getSourceManager();
  for (const Called &Call : U.info(F).Calls) {
    const FunctionDecl *Callee = nullptr;
    if (!Call.Frame.Callee || !Call.Frame.Callee->hasBody(Callee) ||
        Sources.isBeforeInTranslationUnit(Wait.At->getBeginLoc(),
                                          Call.At->getBeginLoc()))
      continue;
    UnseenRequests Inside(U, Used,
                          Callee == Wait.OriginIn ? Wait.Origin->getBeginLoc()
                                                  : SourceLocation());
    Inside.TraverseStmt(Callee->getBody());
    if (Inside.Found)
      return true;
  }
  return false;
}

/// Whether the class whose destructor is \p F starts the task itself; main sees
/// all. A wrapper that is given a thread knows nothing of its task.
static bool belongsTo(Unit &U, const Spawn &S, const FunctionDecl *F) {
  const CXXRecordDecl *Class = U.classOf(F);
  return F->isMain() || !Class || U.canBeThis(S.In, Class);
}

/// Whether the entry is a parameter of the function around the spawn.
static bool startsWhatItIsGiven(const Spawn &S) {
  const Expr *E = S.EntryExpr ? valueOf(S.EntryExpr) : nullptr;
  if (auto *Call = dyn_cast_or_null<CallExpr>(E);
      Call && Call->getNumArgs() == 1) // std::move, std::forward
    E = valueOf(Call->getArg(0));
  if (auto *Made = dyn_cast_or_null<CXXConstructExpr>(E);
      Made && Made->getNumArgs() == 1)
    E = valueOf(Made->getArg(0));
  auto *Ref = dyn_cast_or_null<DeclRefExpr>(E);
  auto *P = Ref ? dyn_cast<ParmVarDecl>(Ref->getDecl()) : nullptr;
  return P && P->getDeclContext() == S.In;
}

/// Whether the task signals on \p P before it comes to \p Loop: who waits for
/// that waits for its begin, not for its end.
static bool signalsBefore(Unit &U, const Spawn &S, const Place &P,
                          const Stmt *Loop) {
  const FunctionDecl *Body = S.Entry.body();
  if (!Body)
    return false;
  const SourceManager &Sources = U.context().getSourceManager();
  CallFrame Frame = U.entryFrame(S.Entry);
  return llvm::any_of(U.info(Body).Events, [&](const Event &E) {
    return (E.Kind == EventKind::Signal || E.Kind == EventKind::Decrement ||
            E.Kind == EventKind::CountUp || E.Kind == EventKind::Store ||
            E.Kind == EventKind::Send || E.Kind == EventKind::Close) &&
           !E.Guard && !E.InCallable && E.Origin && E.OriginIn == Body &&
           U.translate(E.Where, Frame) == P &&
           Sources.isBeforeInTranslationUnit(E.Origin->getBeginLoc(),
                                             Loop->getBeginLoc());
  });
}

/// Whether the wait takes the permit with which the task is then started.
static bool isPermit(Unit &U, const Event &Wait, const Spawn &S) {
  return Wait.Type && Wait.Type->Role == Role::Semaphore &&
         Wait.OriginIn == S.In &&
         U.context().getSourceManager().isBeforeInTranslationUnit(
             Wait.Origin->getBeginLoc(), S.At->getBeginLoc());
}

void UnboundedWaitCheck::find(Analysis &A, Defects &Found) {
  Unit &U = A.Tasks;
  for (const FunctionDecl *F : U.functions()) {
    if (!F->isMain() && !isa<CXXDestructorDecl>(F))
      continue;
    for (const Event &E : U.info(F).Events) {
      if ((E.Kind != EventKind::Join && E.Kind != EventKind::Wait) ||
          E.InCallable || E.Guard || !E.Origin || !E.Where || !E.At || E.Stop)
        continue;
      const Spawn *Waited = nullptr;
      const Stmt *Loop = nullptr;
      for (const Spawn *S : U.spawns()) {
        if (S->Through || startsWhatItIsGiven(*S) || isPermit(U, E, *S))
          continue;
        const Stmt *Endless = nullptr;
        bool Mine = false;
        if (S->Where == Fate::Stored && S->Handle)
          Mine = S->Handle == E.Where ||
                 (!S->Handle.variable() && !E.Where.variable() &&
                  S->Handle.isThis() && E.Where.isThis() && F != S->In &&
                  S->Handle.path() == E.Where.path()) ||
                 (S->In != F && mayBeSameObject(S->Handle, E.Where) &&
                  !S->Handle.path().empty() && belongsTo(U, *S, F));
        if (!Mine && E.Kind == EventKind::Wait && belongsTo(U, *S, F) &&
            (!E.Type || E.Type->Role != Role::Condition))
          for (const Place &P : signalsOf(A, *S))
            Mine |= waitsFor(E, P) && (Endless = withoutBound(A, *S)) &&
                    !signalsBefore(U, *S, P, Endless);
        if (!Mine)
          continue;
        if ((Loop = Endless ? Endless : withoutBound(A, *S))) {
          Waited = S;
          break;
        }
      }
      if (!Waited)
        continue;
      FunctionFlow *Flow = A.Paths.get(F);
      if (!Flow)
        continue;
      std::vector<Place> Used = placesUsedBy(A, *Waited);
      AskedQuestion Q(U, *Flow, *Waited, E, Used);
      if (!followPaths(*Flow, Q) || !Q.Unasked || mayHaveAsked(U, F, E, Used))
        continue;
      Defect D;
      D.At = operationAt(E.Origin);
      D.Message =
          std::string("this wait has no deadline, and nobody has asked the "
                      "task to stop before; ") +
          "ask it to stop first, or wait with a deadline";
      D.then(Waited->At->getBeginLoc(), "the task is started here");
      D.then(Loop->getBeginLoc(), "it goes on here as long as it likes");
      for (const Stmt *Call : callsTo(A, F, E.OriginIn))
        D.then(Call->getBeginLoc(),
               F->isMain() ? "main comes here" : "the destructor comes here");
      Found.push_back(std::move(D));
    }
  }
}

} // namespace joinery
