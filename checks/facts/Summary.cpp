//===- Summary.cpp - What a function does to tasks that reach it ----------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/Summary.h"

using namespace clang;

namespace joinery::facts {

/// Whether an effect is on every path is asked of so many effects, in order.
static constexpr size_t MaxAsked = 12;

/// What an event is called in a summary; empty for events that say nothing to
/// a caller.
static llvm::StringRef verb(EventKind K) {
  switch (K) {
  case EventKind::Start:
    return "starts";
  case EventKind::Post:
    return "posts to";
  case EventKind::Join:
    return "joins";
  case EventKind::TimedJoin:
    return "joins with a deadline";
  case EventKind::Detach:
    return "detaches";
  case EventKind::MoveOut:
    return "moves out";
  case EventKind::Escape:
    return "hands on";
  case EventKind::Reset:
    return "empties";
  case EventKind::Release:
    return "releases";
  case EventKind::Signal:
    return "signals";
  case EventKind::Wait:
    return "waits for";
  case EventKind::TimedWait:
    return "waits with a deadline for";
  case EventKind::TryWait:
    return "tries";
  case EventKind::CountUp:
    return "counts up";
  case EventKind::Decrement:
    return "counts down";
  case EventKind::Store:
    return "sets";
  case EventKind::Send:
    return "sends on";
  case EventKind::TimedSend:
    return "offers to";
  case EventKind::Receive:
    return "receives from";
  case EventKind::TimedReceive:
    return "polls";
  case EventKind::Close:
    return "closes";
  case EventKind::RequestStop:
    return "stops";
  case EventKind::TestStop:
    return "asks whether to stop by";
  case EventKind::StopPool:
    return "stops the pool";
  case EventKind::Exit:
    return "ends the program";
  default:
    return {};
  }
}

std::string Subject::str() const {
  std::string Text;
  switch (From) {
  case None:
    return {};
  case Parameter:
    Text = "parameter " + std::to_string(Index);
    break;
  case Object:
    Text = "this";
    break;
  case Global:
    Text = Name;
    break;
  case Result:
    Text = "the result";
    break;
  }
  for (const std::string &F : Fields)
    Text += "." + F;
  return Text;
}

std::string Effect::str() const {
  std::string Text = verb(Does).str();
  if (Each)
    Text += " each of";
  if (std::string Object = On.str(); !Object.empty())
    Text += " " + Object;
  if (Later)
    Text += ", later";
  else if (!Always)
    Text += ", on some paths";
  return Text;
}

std::vector<std::string> Summary::lines() const {
  std::vector<std::string> Lines;
  for (const Effect &E : Effects)
    Lines.push_back(E.str());
  if (Throws)
    Lines.push_back("throws");
  else if (MayThrow && !Lines.empty())
    Lines.push_back("may throw");
  if (NeverReturns)
    Lines.push_back("never returns");
  if (ReturnsAsync)
    Lines.push_back("returns a future that waits when it dies");
  if (Incomplete)
    Lines.push_back("and more");
  return Lines;
}

namespace {

/// Whether all paths that return have one of the events; by a destructor also,
/// once its object is there.
class AlwaysQuestion : public PathQuestion {
public:
  AlwaysQuestion(FunctionFlow &Flow,
                 llvm::function_ref<bool(const Event &)> Ours)
      : Flow(Flow), Ours(Ours) {
    for (const Event &E : Flow.events())
      if (Ours(E)) {
        if (E.Guard)
          Guards.insert(E.Guard);
        else if (E.Loop)
          Loops.insert(E.Loop);
      }
  }

  void visit(const Stmt *S, State Now,
             llvm::SmallVectorImpl<State> &Next) override {
    for (const Event *E : Flow.at(S))
      if (!E->Guard && Ours(*E))
        Now = 1;
    if (auto *D = dyn_cast<DeclStmt>(S))
      for (const Decl *One : D->decls())
        if (auto *V = dyn_cast<VarDecl>(One); V && Guards.contains(V))
          Now = 1;
    Next.push_back(Now);
  }

  State leaveLoop(const Stmt *Loop, State Now) override {
    return Loops.contains(Loop) ? 1 : Now;
  }

  void exit(const PathExit &Exit, State Now) override {
    if (Exit.How == PathExit::Throw)
      return;
    Returns = true;
    Missed |= !Now;
  }

  bool Returns = false, Missed = false;

private:
  FunctionFlow &Flow;
  llvm::function_ref<bool(const Event &)> Ours;
  llvm::SmallPtrSet<const VarDecl *, 2> Guards;
  llvm::SmallPtrSet<const Stmt *, 2> Loops;
};

} // namespace

/// The place as callers can name it; none for the function's own objects.
static std::optional<Subject> subjectOf(const Place &P, const FunctionDecl *F) {
  Subject S;
  if (P.isThis()) {
    S.From = Subject::Object;
  } else if (const VarDecl *V = P.variable()) {
    if (auto *Parameter = dyn_cast<ParmVarDecl>(V)) {
      if (Parameter->getDeclContext() != F)
        return std::nullopt;
      S.From = Subject::Parameter;
      S.Index = Parameter->getFunctionScopeIndex();
    } else if (V->hasGlobalStorage()) {
      S.From = Subject::Global;
      S.Name = V->getQualifiedNameAsString();
    } else {
      return std::nullopt;
    }
  } else {
    return std::nullopt;
  }
  for (const FieldDecl *Field : P.path())
    S.Fields.push_back(Field->getNameAsString());
  return S;
}

/// Whether the event, once its statement runs, happens for certain: a callee
/// that has it on some of its paths only does not see to it.
static bool isCertain(Analysis &A, const FunctionDecl *F, const Event &E,
                      unsigned Depth = 0) {
  if (E.OriginIn == F || !E.Origin)
    return true;
  if (Depth > 4)
    return false;
  // By the call that it was found through, or by a destructor.
  const FunctionDecl *Through = E.OriginIn;
  for (const Called &Call : A.Tasks.info(F).Calls)
    if (Call.At == E.At && Call.Frame.Callee)
      for (const Event &Inner : A.Tasks.info(Call.Frame.Callee).Events)
        if (Inner.Origin == E.Origin && Inner.Kind == E.Kind)
          Through = Call.Frame.Callee;
  FunctionFlow *Flow = Through ? A.Paths.get(Through) : nullptr;
  if (!Flow)
    return false;
  AlwaysQuestion Q(*Flow, [&](const Event &Inner) {
    return Inner.Origin == E.Origin && Inner.Kind == E.Kind &&
           !Inner.InCallable && isCertain(A, Through, Inner, Depth + 1);
  });
  return followPaths(*Flow, Q) && !Q.Missed;
}

Summary summaryOf(Analysis &A, const FunctionDecl *F) {
  Unit &U = A.Tasks;
  const FunctionDecl *Definition = nullptr;
  if (F->hasBody(Definition))
    F = Definition;
  Summary Result;
  Result.Name = F->getQualifiedNameAsString();
  const FunctionInfo &Info = U.info(F);
  Result.Incomplete = !Info.Done;

  // Events of one kind on one object are one effect.
  std::vector<std::pair<const Event *, size_t>> Sources;
  for (const Event &E : Info.Events) {
    if (E.Kind == EventKind::Throw)
      Result.Throws |= !E.Caught && !E.InCallable;
    if (E.Kind == EventKind::MayThrow)
      Result.MayThrow |= !E.Caught;
    if (verb(E.Kind).empty())
      continue;
    Subject On;
    if (E.Kind != EventKind::Exit) {
      auto Named = subjectOf(E.Where, F);
      if (!Named && E.Kind == EventKind::MoveOut &&
          isa_and_nonnull<ReturnStmt>(E.At))
        continue;
      if (!Named && !(E.Kind == EventKind::Detach && !E.Where))
        continue;
      if (Named)
        On = std::move(*Named);
    }
    auto Known = llvm::find_if(Result.Effects, [&](const Effect &Old) {
      return Old.Does == E.Kind && Old.On == On && Old.Later == E.InCallable;
    });
    if (Known == Result.Effects.end()) {
      Effect New;
      New.Does = E.Kind;
      New.On = std::move(On);
      New.Each = E.Element;
      New.Later = E.InCallable;
      Sources.push_back({&E, Result.Effects.size()});
      Result.Effects.push_back(std::move(New));
    }
  }
  Result.ReturnsAsync = U.returnedAsync(F) != nullptr;
  const auto *Proto = F->getType()->getAs<FunctionProtoType>();
  if (Proto && Proto->isNothrow())
    Result.Throws = Result.MayThrow = false;
  if (F->isNoReturn())
    Result.NeverReturns = true;

  FunctionFlow *Flow = nullptr;
  size_t Asked = 0;
  for (const auto &[Source, Index] : Sources) {
    Effect &E = Result.Effects[Index];
    if (E.Later || ++Asked > MaxAsked)
      continue;
    if (!Flow && !(Flow = A.Paths.get(F)))
      break;
    AlwaysQuestion Q(*Flow, [&, Source = Source](const Event &Other) {
      return Other.Kind == Source->Kind && !Other.InCallable &&
             Other.Where == Source->Where && isCertain(A, F, Other);
    });
    if (!followPaths(*Flow, Q)) {
      Result.Incomplete = true;
      break;
    }
    E.Always = !Q.Missed;
    Result.NeverReturns |= !Q.Returns;
  }
  return Result;
}

} // namespace joinery::facts
