//===- ThreadExceptionEscapeCheck.cpp - Thread exception escape -----------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ThreadExceptionEscapeCheck.h"
#include "flow/Parts.h"
#include "task/Extract.h"

using namespace clang;

namespace joinery {

ThreadExceptionEscapeCheck::ThreadExceptionEscapeCheck(
    StringRef Name, tidy::ClangTidyContext *Context,
    std::shared_ptr<UnitCache> Units)
    : JoineryCheck(Name, Context, std::move(Units)),
      AssumeCallsMayThrow(Options.get("AssumeCallsMayThrow", false)) {}

void ThreadExceptionEscapeCheck::storeOptions(
    tidy::ClangTidyOptions::OptionMap &Opts) {
  JoineryCheck::storeOptions(Opts);
  Options.store(Opts, "AssumeCallsMayThrow", AssumeCallsMayThrow);
}

/// Where the visible exception that leaves a task comes from.
namespace {
struct Escape {
  const Expr *Thrown = nullptr;
  const FunctionDecl *In = nullptr;
  /// Set when the exception is that of another task, rethrown by its future.
  const Spawn *Of = nullptr;
};
} // namespace

/// The exception of a task whose future the entry of \p S asks for its result.
static std::optional<Escape> rethrown(Analysis &A, const Spawn &S,
                                      const FunctionDecl *Body) {
  Unit &U = A.Tasks;
  CallFrame Frame = U.entryFrame(S.Entry);
  for (const Event &E : U.info(Body).Events) {
    auto *Call = dyn_cast_or_null<CallExpr>(E.Origin);
    if (E.Kind != EventKind::Wait || E.Caught || !Call ||
        !Call->getDirectCallee())
      continue;
    auto Meaning = U.lookup().call(Call->getDirectCallee());
    Place Future = U.translate(E.Where, Frame);
    if (!Meaning || !Meaning->Rethrows || !Future)
      continue;
    for (const Event &Start : U.info(S.In).Events) {
      if (Start.Kind != EventKind::Start || !(Start.Where == Future) ||
          !Start.Task)
        continue;
      const FunctionDecl *Inner = Start.Task->Entry.body();
      if (!Inner || U.inSystemHeader(Inner->getLocation()))
        continue;
      if (U.visibleThrow(Inner))
        return Escape{E.Origin, E.OriginIn, Start.Task};
    }
  }
  return std::nullopt;
}

void ThreadExceptionEscapeCheck::find(Analysis &A, Defects &Found) {
  Unit &U = A.Tasks;
  for (const Spawn *S : U.spawns()) {
    if (S->Through || S->IsAsync || S->onThrow() != model::OnThrow::Terminate)
      continue;
    // A packaged task keeps the exception for its future.
    const model::Type *Entry =
        S->EntryExpr ? U.heldType(S->EntryExpr->getType()) : nullptr;
    if (Entry && Entry->Role == model::Role::PackagedTask)
      continue;
    const FunctionDecl *Body = S->Entry.body();
    if (!Body || U.inSystemHeader(Body->getLocation()))
      continue;
    Escape Out;
    if (const Event *Thrown = U.visibleThrowEvent(Body, AssumeCallsMayThrow)) {
      Out.Thrown = Thrown->Origin;
      Out.In = Thrown->OriginIn;
    } else if (auto Other = rethrown(A, *S, Body)) {
      Out = *Other;
    } else {
      continue;
    }
    Defect D;
    D.At = operationAt(S->At);
    D.Message = "an exception can leave the entry of this task, and then the "
                "program is terminated; catch it in the entry";
    for (const Stmt *Call : callsTo(A, Body, Out.In))
      D.then(Call->getBeginLoc(), "the entry comes here");
    if (Out.Of)
      D.then(Out.Of->At->getBeginLoc(), "this task can throw");
    D.then(operationAt(Out.Thrown),
           Out.Of ? "its exception is thrown again here"
           : isa<CXXThrowExpr>(Out.Thrown)
               ? "the exception is thrown here, and nothing catches it"
               : "this call can throw, and nothing catches it");
    Found.push_back(std::move(D));
  }
}

} // namespace joinery
