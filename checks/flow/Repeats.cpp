//===- Repeats.cpp - Joins of handles that have no task -------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Repeats.h"
#include "flow/Handles.h"
#include "flow/Loops.h"
#include "task/Extract.h"
#include <set>

using namespace clang;
using joinery::model::Role;

namespace joinery {

namespace {

class RepeatQuestion : public PathQuestion {
public:
  RepeatQuestion(Analysis &A, FunctionFlow &Flow, Place Subject, Held First,
                 unsigned Depth = 0)
      : A(A), U(A.Tasks), Flow(Flow), Subject(std::move(Subject)), First(First),
        Depth(Depth) {
    for (const Event &E : Flow.events()) {
      if (!E.Where || !E.Where.touches(this->Subject))
        continue;
      Operations.push_back(&E);
      if (E.Guard && !llvm::is_contained(Locals, E.Guard))
        Locals.push_back(E.Guard);
      if (E.Kind == EventKind::Start && E.Status && E.Success &&
          isa_and_nonnull<Expr>(E.At))
        Reporting.push_back(&E);
    }
  }

  State initial() override { return pack(First, 0); }

  void visit(const Stmt *S, State Now,
             llvm::SmallVectorImpl<State> &Next) override {
    const VarDecl *Own = Subject.path().empty() ? Subject.variable() : nullptr;
    if (auto *D = dyn_cast<DeclStmt>(S))
      for (const Decl *One : D->decls())
        if (One == Own)
          Now = declared(cast<VarDecl>(One), Now);
    const Called *Inside = nullptr;
    Place Inner = innerPlace(S, Inside);
    if (Inside) {
      through(*Inside, Inner, S, Now, Next);
      return;
    }
    for (const Event *E : Flow.at(S)) {
      if (E->Kind == EventKind::Exit || E->Kind == EventKind::BlockForever)
        return;
      if (!E->Guard && E->Where && E->Where.touches(Subject))
        Now = isByDestructor(*E, S) ? byGuard(*E, Now) : apply(*E, S, Now);
    }
    Next.push_back(Now);
  }

  std::optional<State> refine(const Expr *Condition, bool Truth,
                              State Now) override {
    const Expr *E = valueOf(Condition);
    Held H = held(Now);
    for (const Event *Seen : Flow.at(E))
      if (Seen->Kind == EventKind::Test && Seen->Where == Subject) {
        if (Truth && H != Held::Task && H != Held::Unknown)
          return std::nullopt;
        if (!Truth && H == Held::Task)
          return std::nullopt;
        return Truth ? pack(Held::Task, 0) : Now;
      }
    // Any other question to the handle or about its owner, such as a
    // comparison of ids: what it means is not known.
    for (const Event &Seen : Flow.events())
      if (Seen.Kind == EventKind::Test && Seen.Where == Subject && Seen.At &&
          Flow.isAncestor(E, Seen.At))
        return pack(Held::Unknown, 0);
    if (auto NonNull = nullTest(E, Truth, Subject, U)) {
      // An optional or pointer that holds something holds a task.
      if (*NonNull ? H == Held::Nothing : H == Held::Task)
        return std::nullopt;
      return *NonNull ? Now : pack(Held::Unknown, 0);
    }
    if (H == Held::Task)
      for (const Event *Start : Reporting)
        if (provesFailure(E, Truth, cast<Expr>(Start->At), Flow,
                          *Start->Success))
          return pack(Held::Unknown, 0);
    return Now;
  }

  State destroy(const VarDecl *V, const Stmt *, bool, const Trail *,
                State Now) override {
    for (const Event *E : Operations)
      if (E->Guard == V && V != Subject.variable() &&
          (E->Kind == EventKind::Join || E->Kind == EventKind::Detach))
        Now = byGuard(*E, Now);
    return Now;
  }

  void exit(const PathExit &Exit, State Now) override {
    if (Exit.How == PathExit::Throw)
      return;
    Ends.insert(held(Now));
    LeavesAlone |= !operation(Now);
  }

  llvm::ArrayRef<const VarDecl *> locals() override { return Locals; }

  std::vector<Repeat> Found;
  std::set<Held> Ends;
  /// Whether a path does nothing to the handle.
  bool LeavesAlone = false;

private:
  // The low bits are what is held, the others the number of the operation that
  // made it so.
  static State pack(Held H, size_t Operation) {
    return State(H) | State(std::min<size_t>(Operation, 4000) << 3);
  }
  static Held held(State S) { return Held(S & 7); }
  const Stmt *operation(State S) const {
    size_t Index = S >> 3;
    return Index ? Operations[Index - 1]->At : nullptr;
  }
  State become(Held H, const Event &E) const {
    for (size_t I = 0; I != Operations.size(); ++I)
      if (Operations[I] == &E)
        return pack(H, I + 1);
    return pack(H, 0);
  }

  State declared(const VarDecl *V, State Now) const {
    const Expr *Init = V->getInit();
    if (!Init)
      return pack(V->getType()->isRecordType() ? Held::Unknown : Held::Nothing,
                  0);
    if (U.spawnAt(valueOf(Init)))
      return Now; // Its event tells.
    auto *Made = dyn_cast<CXXConstructExpr>(valueOf(Init));
    if (Made && Made->getConstructor()->isDefaultConstructor() &&
        U.lookup().type(V->getType()))
      return pack(Held::Nothing, 0);
    for (const Event *E : Operations)
      if (E->Kind == EventKind::Start && E->At &&
          (E->At == Init || Flow.isAncestor(Init, E->At)))
        return Now;
    return pack(Held::Unknown, 0);
  }

  State apply(const Event &E, const Stmt *S, State Now) {
    if (E.InCallable || E.Element || E.Where != Subject)
      return E.Kind == EventKind::Test ? Now : pack(Held::Unknown, 0);
    switch (E.Kind) {
    case EventKind::Start:
      return become(Held::Task, E);
    case EventKind::Join:
    case EventKind::Detach: {
      bool Detaches = E.Kind == EventKind::Detach;
      Held H = held(Now);
      if (H != Held::Unknown && H != Held::Task)
        Found.push_back({S, Detaches, H, operation(Now)});
      return become(Detaches ? Held::Detached : Held::Joined, E);
    }
    case EventKind::MoveOut:
      return isa_and_nonnull<ReturnStmt>(S) ? Now : become(Held::Moved, E);
    case EventKind::Test:
      return Now;
    case EventKind::Escape:
      // Passed by value: the parameter took the task over.
      if (held(Now) == Held::Moved)
        for (const Stmt *P = operation(Now); P && P != S; P = Flow.parent(P))
          if (isa<CXXConstructExpr>(P))
            return Now;
      return pack(Held::Unknown, 0);
    default:
      return pack(Held::Unknown, 0);
    }
  }

  /// The handle inside of what \p S calls, when all that the call does to it is
  /// done through one name.
  Place innerPlace(const Stmt *S, const Called *&Inside) const {
    const FunctionInfo &Info = U.info(Flow.function());
    bool Touched = false;
    for (const Event *E : Flow.at(S))
      Touched |= E->Where && E->Where.touches(Subject) &&
                 E->OriginIn != Flow.function() && !E->Guard;
    if (!Touched || Depth > 3)
      return {};
    for (const Called &Call : Info.Calls) {
      if (Call.At != S || Call.Later || !Call.Frame.Callee)
        continue;
      Place Result;
      for (const Event &E : U.info(Call.Frame.Callee).Events)
        if (E.Where && U.translate(E.Where, Call.Frame) == Subject)
          Result = E.Where;
      if (Result) {
        Inside = &Call;
        return Result;
      }
    }
    return {};
  }

  /// A callee does to the handle what its own paths do.
  void through(const Called &Call, const Place &Inner, const Stmt *S, State Now,
               llvm::SmallVectorImpl<State> &Next) {
    FunctionFlow *Body = A.Paths.get(Call.Frame.Callee);
    if (!Body || Body == &Flow) {
      Next.push_back(pack(Held::Unknown, 0));
      return;
    }
    RepeatQuestion Q(A, *Body, Inner, held(Now), Depth + 1);
    if (!followPaths(*Body, Q)) {
      Next.push_back(pack(Held::Unknown, 0));
      return;
    }
    // A callee with a way around the join may know that it is done.
    for (const Repeat &R : Q.Found)
      if (!R.First && R.Before == held(Now) && !Q.LeavesAlone)
        Found.push_back({S, R.Detaches, R.Before, operation(Now)});
    // Its result may say which of its ends it was.
    if (Q.Ends.size() > 1 &&
        !Call.Frame.Callee->getReturnType()->isVoidType() &&
        !isa_and_nonnull<CompoundStmt>(Flow.parent(S))) {
      Next.push_back(pack(Held::Unknown, 0));
      return;
    }
    const Event *Last = nullptr;
    for (const Event *E : Flow.at(S))
      if (E->Where == Subject &&
          (E->Kind == EventKind::Join || E->Kind == EventKind::Detach))
        Last = E;
    for (Held H : Q.Ends) {
      State One = H == held(Now) ? Now : Last ? become(H, *Last) : pack(H, 0);
      if (!llvm::is_contained(Next, One))
        Next.push_back(One);
    }
  }

  /// A guard does what the code says that its destructor runs.
  /// Whether a destructor ends the task: `delete worker`, `worker.reset()`.
  bool isByDestructor(const Event &E, const Stmt *S) const {
    if ((E.Kind != EventKind::Join && E.Kind != EventKind::Detach) ||
        !E.OriginIn || E.OriginIn == Flow.function())
      return false;
    auto *Call = dyn_cast<CXXMemberCallExpr>(S);
    return isa<CXXDeleteExpr>(S) ||
           (Call && Call->getMethodDecl() &&
            U.inSystemHeader(Call->getMethodDecl()->getLocation()));
  }
  State byGuard(const Event &E, State Now) {
    FunctionFlow *Body = E.OriginIn ? A.Paths.get(E.OriginIn) : nullptr;
    Place Inner;
    if (Body)
      for (const Event &Candidate : Body->events())
        if (Candidate.Origin == E.Origin && Candidate.Kind == E.Kind)
          Inner = Candidate.Where;
    if (!Inner || Depth > 3)
      return pack(Held::Unknown, 0);
    RepeatQuestion Q(A, *Body, Inner, held(Now), Depth + 1);
    if (!followPaths(*Body, Q))
      return pack(Held::Unknown, 0);
    for (const Repeat &R : Q.Found)
      if (!R.First && R.Before == held(Now))
        Found.push_back({E.Origin, R.Detaches, R.Before, operation(Now)});
    return Q.Ends.size() == 1 ? become(*Q.Ends.begin(), E)
                              : pack(Held::Unknown, 0);
  }

  Analysis &A;
  Unit &U;
  FunctionFlow &Flow;
  Place Subject;
  Held First;
  unsigned Depth;
  std::vector<const Event *> Operations;
  llvm::SmallVector<const Event *, 1> Reporting;
  llvm::SmallVector<const VarDecl *, 2> Locals;
};

} // namespace

/// Whether the way to the object goes through a pointer, reference or array.
static bool isBehindPointer(const Place &P) {
  auto Leads = [](QualType T) {
    return T->isPointerType() || T->isReferenceType() || T->isArrayType();
  };
  if (const VarDecl *V = P.variable(); V && Leads(V->getType()))
    return true;
  for (const FieldDecl *Field : P.path())
    if (Leads(Field->getType()))
      return true;
  return false;
}

/// Whether code that this function does not run by itself can start a task
/// with the variable: a lambda that has it by reference.
static bool isShared(Unit &U, const VarDecl *V) {
  for (const FunctionDecl *F : U.functions())
    if (const LambdaExpr *L = U.lambdaOf(F))
      for (const LambdaCapture &C : L->captures())
        if (C.capturesVariable() && C.getCapturedVar() == V)
          return true;
  return false;
}

std::vector<Repeat> repeatsIn(Analysis &A, const FunctionDecl *F) {
  std::vector<Repeat> Result;
  Unit &U = A.Tasks;
  std::vector<Place> Subjects;
  for (const Event &E : U.info(F).Events) {
    if ((E.Kind != EventKind::Join && E.Kind != EventKind::Detach) ||
        !E.Where || E.InCallable || E.Element || E.Guard || E.Self ||
        llvm::is_contained(Subjects, E.Where))
      continue;
    const model::Type *T = E.Type;
    const ValueDecl *Last = E.Where.last();
    if (!T || T->Role != Role::Thread || !Last ||
        E.Where.base() == Place::Base::Temporary || E.Where.isUnnamed() ||
        U.isContainer(Last->getType()))
      continue;
    bool Several = false;
    for (const FieldDecl *Field : E.Where.path())
      Several |= U.isContainer(Field->getType());
    if (const VarDecl *V = E.Where.variable())
      Several |= U.isContainer(V->getType());
    // A captured handle lives in the function around the lambda.
    const VarDecl *V = E.Where.variable();
    if (Several || (V && V->hasLocalStorage() && V->getDeclContext() != F))
      continue;
    // A callback may start it again at any time.
    if (V && V->hasLocalStorage() && isShared(U, V) &&
        llvm::any_of(U.info(F).Events, [&](const Event &Other) {
          return Other.Kind == EventKind::Start && Other.InCallable &&
                 Other.Where.touches(E.Where);
        }))
      continue;
    // Behind a pointer stands another object in each round.
    if (E.Loop && isBehindPointer(E.Where))
      continue;
    Subjects.push_back(E.Where);
  }
  FunctionFlow *Flow = Subjects.empty() ? nullptr : A.Paths.get(F);
  if (!Flow)
    return Result;
  for (const Place &Subject : Subjects) {
    RepeatQuestion Q(A, *Flow, Subject, Held::Unknown);
    if (!followPaths(*Flow, Q))
      continue;
    for (const Repeat &R : Q.Found) {
      // What is held is known by this function's own doing, or it never was
      // another's.
      if (!R.First && R.Before != Held::Nothing)
        continue;
      const model::Type *Type = U.heldType(Subject.last()->getType());
      if (Type && !Type->JoinTwiceIsError && !R.Detaches)
        continue;
      if (R.Before == Held::Nothing) {
        // Handles that are started by a member wait for nothing before.
        const VarDecl *V = Subject.variable();
        if (!V || !Type || isShared(U, V) ||
            (V->getType()->isRecordType() && !Type->SpawnsInConstructor))
          continue;
      }
      Result.push_back(R);
      Result.back().Handle = Subject;
    }
  }
  return Result;
}

} // namespace joinery
