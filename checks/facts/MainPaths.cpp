//===- MainPaths.cpp - What main does before it ends ----------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/MainPaths.h"
#include "flow/Handles.h"
#include "flow/Obligations.h"
#include "task/Bounds.h"
#include "llvm/ADT/EquivalenceClasses.h"
#include "llvm/ADT/MapVector.h"

using namespace clang;

namespace joinery::facts {

/// Small groups are followed with one bit for each item, so that a path tells
/// of all; larger ones pair by pair.
static constexpr size_t MaxTogether = 10;
static constexpr size_t MaxItems = 24;
static constexpr size_t MaxPathSteps = 3;

/// The variables that a call is about: roots of its object and of what it
/// hands over.
static llvm::SmallVector<const VarDecl *, 2> rootsOf(Unit &U,
                                                     const OutCall &C) {
  llvm::SmallVector<const VarDecl *, 2> Roots;
  auto Add = [&](const VarDecl *V) {
    if (V && !llvm::is_contained(Roots, V->getCanonicalDecl()))
      Roots.push_back(V->getCanonicalDecl());
  };
  auto IsObject = [&](QualType T) {
    T = T.getNonReferenceType();
    while (T->isPointerType())
      T = T->getPointeeType();
    const auto *R = T->getAsRecordDecl();
    return R && (!U.inSystemHeader(R->getLocation()) || U.isSharingPointer(T) ||
                 U.isInteresting(T));
  };
  Add(C.Dies);
  if (C.Object && IsObject(C.Object->getType()))
    Add(U.placeOf(C.Object).variable());
  for (const Expr *A : C.Arguments)
    if (IsObject(A->getType()))
      Add(U.placeOf(A).variable());
  return Roots;
}

namespace {

/// Remembers which of some items have happened.
class ItemQuestion : public PathQuestion {
public:
  using Bits = llvm::DenseMap<const void *, State>;

  /// \p At has the bits of statements, \p Dying those of dying variables;
  /// \p Stops the statements before which the state is asked for.
  /// \p Depends tells which conditions an item may have decided.
  ItemQuestion(Analysis &A, FunctionFlow &Flow, const Bits &At,
               const Bits &Dying, const llvm::DenseSet<const Stmt *> &Stops,
               llvm::function_ref<bool(const Expr *)> Depends)
      : A(A), Flow(Flow), At(At), Dying(Dying), Stops(Stops), Depends(Depends) {
    for (const auto &[V, Bit] : Dying)
      Locals.push_back(static_cast<const VarDecl *>(V));
    const SourceManager &Sources = Flow.unit().context().getSourceManager();
    llvm::sort(Locals, [&](const VarDecl *L, const VarDecl *R) {
      return L != R && Sources.isBeforeInTranslationUnit(L->getLocation(),
                                                         R->getLocation());
    });
  }

  void visit(const Stmt *S, State Now,
             llvm::SmallVectorImpl<State> &Next) override {
    if (Stops.contains(S))
      Found.push_back({S, S->getBeginLoc(), Here, Now, false, false});
    for (const Event *E : Flow.at(S)) {
      if (E->Guard)
        continue;
      if (E->Kind == EventKind::BlockForever)
        return;
      if (E->Kind == EventKind::Exit && E->Origin == S) {
        Found.push_back({nullptr, S->getBeginLoc(), Here, Now, true, E->Quick});
        return;
      }
    }
    // What a callee of this unit never comes back from is no path of main.
    if (auto *Call = dyn_cast<CallExpr>(S))
      if (const FunctionDecl *Callee = Call->getDirectCallee();
          Callee && neverReturns(A, Callee))
        return;
    Next.push_back(Now | At.lookup(S));
  }

  std::optional<State> refine(const Expr *Condition, bool, State Now) override {
    return Depends(Condition) ? Now | Asked : Now;
  }
  std::optional<State> refineCase(const Expr *Condition, const Expr *,
                                  State Now) override {
    return Depends(Condition) ? Now | Asked : Now;
  }
  static constexpr State Asked = State(1) << 31;

  State destroy(const VarDecl *V, const Stmt *, bool, const Trail *,
                State Now) override {
    return Now | Dying.lookup(V);
  }

  void exit(const PathExit &Exit, State Now) override {
    if (Exit.How == PathExit::Throw)
      return;
    SourceLocation Where = Exit.How == PathExit::End
                               ? Flow.function()->getBody()->getEndLoc()
                               : Exit.Location;
    Found.push_back({nullptr, Where, Exit.Path, Now, false, false});
  }

  llvm::ArrayRef<const VarDecl *> locals() override { return Locals; }

  struct Reached {
    const Stmt *Before;
    SourceLocation At;
    const Trail *Path;
    State Done;
    bool ByCall, Quick;
  };
  std::vector<Reached> Found;

private:
  Analysis &A;
  FunctionFlow &Flow;
  const Bits &At, &Dying;
  const llvm::DenseSet<const Stmt *> &Stops;
  llvm::function_ref<bool(const Expr *)> Depends;
  llvm::SmallVector<const VarDecl *, 4> Locals;
};

class GroupPaths {
public:
  GroupPaths(Analysis &A, FunctionFlow &Flow, llvm::ArrayRef<OutCall> Calls,
             PathGroup &G)
      : A(A), Flow(Flow), Calls(Calls), G(G) {}

  bool follow() {
    size_t N = G.Items.size();
    for (const PathItem &I : G.Items)
      for (size_t C : I.Calls)
        for (const VarDecl *V : rootsOf(A.Tasks, Calls[C]))
          Roots.insert(V);
    if (N <= MaxTogether) {
      std::vector<size_t> All;
      for (size_t I = 0; I != N; ++I)
        All.push_back(I);
      if (ask(All))
        return true;
      G.Points.clear();
    }
    for (size_t First = 0; First != N; ++First)
      for (size_t Second = 0; Second != N; ++Second)
        if (First != Second && !ask({First, Second}))
          return false;
    return N > 1;
  }

private:
  /// One run with a bit for each of \p Asked; the first of two starts.
  bool ask(llvm::ArrayRef<size_t> Asked) {
    ItemQuestion::Bits At, Dying;
    llvm::DenseSet<const Stmt *> Stops;
    for (size_t Bit = 0; Bit != Asked.size(); ++Bit) {
      for (size_t C : G.Items[Asked[Bit]].Calls) {
        if (Calls[C].Dies)
          Dying[Calls[C].Dies] |= 1u << Bit;
        else
          At[Calls[C].At] |= 1u << Bit;
      }
      for (const Event *E : G.Items[Asked[Bit]].Events)
        if (E->Guard)
          Dying[E->Guard] |= 1u << Bit;
        else
          At[E->At] |= 1u << Bit;
    }
    for (const PathItem &I : G.Items)
      for (size_t C : I.Calls)
        if (!Calls[C].Dies && !Calls[C].Later)
          Stops.insert(Calls[C].At);
    auto Depends = [&](const Expr *E) { return dependsOnItems(E, 0); };
    ItemQuestion Q(A, Flow, At, Dying, Stops, Depends);
    if (!followPaths(Flow, Q))
      return false;
    bool Pair = Asked.size() < G.Items.size();
    for (const ItemQuestion::Reached &R : Q.Found)
      for (size_t Bit = 0; Bit != Asked.size(); ++Bit)
        if ((R.Done & (1u << Bit)) && !(Pair && Bit != 0))
          note(R, Asked, Bit);
    return true;
  }

  void note(const ItemQuestion::Reached &R, llvm::ArrayRef<size_t> Asked,
            size_t Starter) {
    uint64_t Avoids = 0;
    for (size_t Bit = 0; Bit != Asked.size(); ++Bit)
      if (!(R.Done & (1u << Bit)))
        Avoids |= uint64_t(1) << Asked[Bit];
    PathPoint &P = pointAt(R);
    const bool Asks = R.Done & ItemQuestion::Asked;
    auto Set = llvm::find_if(P.Paths, [&](const PathSet &S) {
      return S.Item == Asked[Starter] && S.Asks == Asks;
    });
    if (Set == P.Paths.end()) {
      P.Paths.push_back({Asked[Starter], Asks, {}, {}});
      Set = std::prev(P.Paths.end());
    }
    if (llvm::any_of(Set->Avoids,
                     [&](uint64_t Old) { return (Avoids & ~Old) == 0; }))
      return;
    llvm::erase_if(Set->Avoids,
                   [&](uint64_t Old) { return (Old & ~Avoids) == 0; });
    Set->Avoids.push_back(Avoids);
    Set->Path = tellPath(R.Path, A.Tasks.context(), MaxPathSteps);
  }

  /// Whether a condition reads what a call of project code may have decided: a
  /// result of one, a global variable, an object that the items are about.
  bool dependsOnItems(const Stmt *S, unsigned Depth) {
    if (!S || Depth > 12)
      return S != nullptr;
    Unit &U = A.Tasks;
    if (auto *Call = dyn_cast<CallExpr>(S)) {
      const FunctionDecl *Callee = Call->getDirectCallee();
      if (!Callee || !U.inSystemHeader(Callee->getLocation()))
        return true;
    }
    if (auto *Ref = dyn_cast<DeclRefExpr>(S))
      if (auto *V = dyn_cast<VarDecl>(Ref->getDecl())) {
        if (V->hasGlobalStorage() || Roots.contains(V->getCanonicalDecl()))
          return true;
        // Only main gets nothing that others can change.
        if (isa<ParmVarDecl>(V) && !Flow.function()->isMain() &&
            isShared(V->getType()))
          return true;
        if (!isa<ParmVarDecl>(V) && !V->getType().isConstQualified() &&
            U.isReassigned(V) && !isStepped(V))
          return true;
        if (V->getInit() && !V->getType()->isReferenceType() &&
            dependsOnItems(V->getInit(), Depth + 1))
          return true;
      }
    for (const Stmt *Child : S->children())
      if (Child && dependsOnItems(Child, Depth + 1))
        return true;
    return false;
  }

  /// Whether a parameter of this type leads to an object of the caller's, other
  /// than the words of a command line.
  static bool isShared(QualType T) {
    if (T->isReferenceType())
      return true;
    bool Leads = false;
    for (; T->isPointerType(); T = T->getPointeeType())
      Leads = true;
    return Leads && !T->isCharType();
  }

  /// Whether a variable is a loop's counter.
  bool isStepped(const VarDecl *V) {
    const Stmt *D = Flow.declaration(V);
    auto *For = D ? dyn_cast_or_null<ForStmt>(Flow.parent(D)) : nullptr;
    return For && For->getInit() == D;
  }

  PathPoint &pointAt(const ItemQuestion::Reached &R) {
    std::optional<size_t> Before;
    if (R.Before)
      for (size_t I = 0; I != G.Items.size() && !Before; ++I)
        for (size_t C : G.Items[I].Calls)
          if (Calls[C].At == R.Before)
            Before = I;
    for (PathPoint &P : G.Points)
      if (P.At == R.At && P.Before == Before)
        return P;
    PathPoint New;
    New.Before = Before;
    New.At = R.At;
    New.ByCall = R.ByCall;
    New.Quick = R.Quick;
    G.Points.push_back(std::move(New));
    return G.Points.back();
  }

  Analysis &A;
  FunctionFlow &Flow;
  llvm::ArrayRef<OutCall> Calls;
  PathGroup &G;
  llvm::DenseSet<const VarDecl *> Roots;
};

} // namespace

namespace {

/// An item before it is put into a group.
struct Loose {
  PathItem Item;
  llvm::SmallVector<const VarDecl *, 2> Roots;
  const FunctionDecl *Callee = nullptr;
};

} // namespace

static std::vector<Loose>
itemsOf(Analysis &A, const FunctionDecl *Main, llvm::ArrayRef<OutCall> Calls,
        llvm::function_ref<bool(const OutCall &)> Matters,
        llvm::function_ref<bool(const Event &)> EventMatters) {
  std::vector<Loose> Items;
  llvm::DenseSet<const Stmt *> Covered;
  llvm::DenseMap<const Expr *, const VarDecl *> Declares;
  FunctionFlow *Flow = A.Paths.get(Main);
  for (size_t I = 0; I != Calls.size(); ++I) {
    const OutCall &C = Calls[I];
    if (!Matters(C))
      continue;
    Loose New;
    New.Roots = rootsOf(A.Tasks, C);
    New.Callee = C.Callee->getCanonicalDecl();
    // A constructor belongs to the variable that it makes.
    if (auto *Made = dyn_cast_or_null<CXXConstructExpr>(C.At); Made && Flow)
      for (const Stmt *P = Flow->parent(Made); P; P = Flow->parent(P)) {
        auto *D = dyn_cast<DeclStmt>(P);
        if (D && D->isSingleDecl())
          if (auto *V = dyn_cast<VarDecl>(D->getSingleDecl()))
            New.Roots.push_back(V->getCanonicalDecl());
        if (!isa<Expr>(P))
          break;
      }
    if (!C.Dies)
      Covered.insert(C.At);
    auto Same = llvm::find_if(Items, [&](const Loose &L) {
      return L.Callee == New.Callee && L.Roots == New.Roots;
    });
    if (Same != Items.end()) {
      Same->Item.Calls.push_back(I);
      continue;
    }
    New.Item.Calls.push_back(I);
    Items.push_back(std::move(New));
  }
  for (const Event &E : A.Tasks.info(Main).Events) {
    if (!E.At || Covered.contains(E.At) || !EventMatters(E))
      continue;
    Loose New;
    New.Item.Events.push_back(&E);
    if (const VarDecl *V = E.Where.variable())
      New.Roots.push_back(V->getCanonicalDecl());
    Items.push_back(std::move(New));
  }
  return Items;
}

std::vector<PathGroup>
groupsOf(Analysis &A, const FunctionDecl *Main, llvm::ArrayRef<OutCall> Calls,
         llvm::function_ref<bool(const OutCall &)> Matters,
         llvm::function_ref<bool(const Event &)> EventMatters) {
  std::vector<PathGroup> Groups;
  FunctionFlow *Flow = A.Paths.get(Main);
  if (!Flow)
    return Groups;
  std::vector<Loose> Items = itemsOf(A, Main, Calls, Matters, EventMatters);
  llvm::EquivalenceClasses<const VarDecl *> Together;
  for (const Loose &L : Items)
    for (const VarDecl *V : L.Roots) {
      Together.insert(V);
      Together.unionSets(L.Roots.front(), V);
    }
  llvm::MapVector<const VarDecl *, PathGroup> ByRoot;
  for (Loose &L : Items) {
    const VarDecl *Leader =
        L.Roots.empty() ? nullptr : Together.getLeaderValue(L.Roots.front());
    ByRoot[Leader].Shared = Leader != nullptr;
    ByRoot[Leader].Items.push_back(std::move(L.Item));
  }
  // What has no object may be waited for by one that has: together they tell
  // of paths on which that one is not reached.
  PathGroup Whole;
  Whole.Shared = true;
  if (ByRoot.size() > 1 && ByRoot.contains(nullptr))
    for (auto &[Leader, G] : ByRoot)
      Whole.Items.insert(Whole.Items.end(), G.Items.begin(), G.Items.end());
  for (auto &[Leader, G] : ByRoot) {
    if (G.Items.size() > MaxItems) {
      hitBound("tasks", Flow->function());
      continue;
    }
    if (GroupPaths(A, *Flow, Calls, G).follow())
      Groups.push_back(std::move(G));
  }
  if (!Whole.Items.empty() && Whole.Items.size() <= MaxTogether &&
      GroupPaths(A, *Flow, Calls, Whole).follow())
    Groups.push_back(std::move(Whole));
  return Groups;
}

} // namespace joinery::facts
