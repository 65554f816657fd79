//===- UninterruptibleSleepCheck.cpp - Uninterruptible sleep --------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UninterruptibleSleepCheck.h"
#include "flow/Loops.h"
#include "flow/Parts.h"
#include "task/Duration.h"
#include "task/Extract.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace joinery {

UninterruptibleSleepCheck::UninterruptibleSleepCheck(
    StringRef Name, tidy::ClangTidyContext *Context,
    std::shared_ptr<UnitCache> Units)
    : JoineryCheck(Name, Context, std::move(Units)),
      ThresholdMs(Options.get("ThresholdMs", 100u)) {}

void UninterruptibleSleepCheck::storeOptions(
    tidy::ClangTidyOptions::OptionMap &Opts) {
  JoineryCheck::storeOptions(Opts);
  Options.store(Opts, "ThresholdMs", ThresholdMs);
}

/// The signal that ends the loop, if somebody outside gives it.
static const LoopCondition *stopOf(const LoopFacts &L) {
  for (const LoopExit &E : L.Exits)
    for (const LoopCondition &C : E.Needs)
      if (C.isStop() && (C.What != LoopCondition::Flag || C.When))
        return &C;
  return nullptr;
}

static std::string lengthText(std::optional<int64_t> Nanoseconds) {
  if (!Nanoseconds)
    return "of a length that is not constant";
  int64_t Ms = *Nanoseconds / 1000000;
  if (Ms % 1000 == 0)
    return "of " + std::to_string(Ms / 1000) + " s";
  return "of " + std::to_string(Ms) + " ms";
}

namespace {
/// Whether the loop does anything but sleep.
struct Work : RecursiveASTVisitor<Work> {
  Unit &U;
  explicit Work(Unit &U) : U(U) {}
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool VisitCallExpr(CallExpr *C) {
    const FunctionDecl *Callee = C->getDirectCallee();
    if (Callee && (isa<CXXConversionDecl>(Callee) || Callee->isConstexpr() ||
                   isa<CXXOperatorCallExpr>(C)))
      return true;
    Found |= !Callee || !U.lookup().call(Callee);
    return true;
  }
  bool VisitStmt(Stmt *S) {
    if (auto *B = dyn_cast<BinaryOperator>(S))
      Found |= B->isAssignmentOp();
    return true;
  }
  bool Found = false;
};
} // namespace

static bool onlySleeps(Unit &U, const Stmt *Loop) {
  Work In(U);
  const Stmt *Body = Loop;
  if (auto *W = dyn_cast<WhileStmt>(Loop))
    Body = W->getBody();
  else if (auto *D = dyn_cast<DoStmt>(Loop))
    Body = D->getBody();
  else if (auto *F = dyn_cast<ForStmt>(Loop))
    Body = F->getBody();
  In.TraverseStmt(const_cast<Stmt *>(Body));
  return !In.Found;
}

/// Whether a function ends where the loop does.
static bool isLast(const FunctionDecl *F, const Stmt *Loop) {
  auto *Body = dyn_cast_or_null<CompoundStmt>(F ? F->getBody() : nullptr);
  if (!Body)
    return false;
  for (const Stmt *S : llvm::reverse(Body->body()))
    if (!isa<ReturnStmt, NullStmt>(S))
      return S == Loop;
  return false;
}

void UninterruptibleSleepCheck::find(Analysis &A, Defects &Found) {
  Unit &U = A.Tasks;
  for (const Spawn *S : U.spawns()) {
    if (S->Through)
      continue;
    for (const TaskPart &Part : partsOf(A, *S)) {
      FunctionFlow *Flow = A.Paths.get(Part.Function);
      if (!Flow)
        continue;
      for (const Event &E : U.info(Part.Function).Events) {
        if (E.Kind != EventKind::Sleep || !E.At || E.InCallable)
          continue;
        const LoopCondition *Stop = nullptr;
        const LoopFacts *In = nullptr;
        for (const LoopFacts &L : loopsIn(A, Part.Function))
          if (Flow->isAncestor(L.Loop, E.At))
            if (const LoopCondition *C = stopOf(L)) {
              Stop = C;
              In = &L;
            }
        if (!Stop)
          continue;
        // A loop that only polls may wait for a flag that lets the task begin.
        if (Stop->What == LoopCondition::Flag && onlySleeps(U, In->Loop) &&
            !isLast(S->Entry.body(), In->Loop))
          continue;
        auto Length = sleepLength(U, cast<CallExpr>(E.Origin));
        if (Length && *Length < int64_t(ThresholdMs) * 1000000)
          continue;
        Defect D;
        D.At = E.Origin->getBeginLoc();
        D.Message = "this sleep " + lengthText(Length) +
                    " delays every stop of the task; wait for the stop signal "
                    "with a deadline instead";
        D.then(S->At->getBeginLoc(), "the task is started here");
        if (Stop->At)
          D.then(Stop->At->getBeginLoc(),
                 "the loop looks at its stop signal here");
        if (Stop->What == LoopCondition::Token)
          D.then(D.At, "'std::condition_variable_any::wait_for' with the stop "
                       "token sleeps as long and wakes at once");
        else if (Stop->What == LoopCondition::Flag)
          D.then(D.At, "a condition variable's timed wait on '" +
                           Stop->Where.str() +
                           "' sleeps as long and wakes when it is notified");
        else
          D.then(D.At, "a timed wait on '" + Stop->Where.str() +
                           "' sleeps as long and wakes at once");
        Found.push_back(std::move(D));
      }
    }
  }
}

} // namespace joinery
