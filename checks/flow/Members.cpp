//===- Members.cpp - Handles that are members -----------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Members.h"
#include "task/Extract.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace joinery {

static bool endsIn(const Place &P, const FieldDecl *F) {
  return !P.path().empty() &&
         P.path().back()->getCanonicalDecl() == F->getCanonicalDecl();
}

static bool mentions(const Place &P, const FieldDecl *F) {
  for (const FieldDecl *One : P.path())
    if (One->getCanonicalDecl() == F->getCanonicalDecl())
      return true;
  return false;
}

static bool isMethodOf(Unit &U, const FunctionDecl *F,
                       const CXXRecordDecl *Class) {
  const auto *M = dyn_cast_or_null<CXXMethodDecl>(U.outermost(F));
  if (!M)
    return false;
  const CXXRecordDecl *R = M->getParent();
  return R->getCanonicalDecl() == Class->getCanonicalDecl();
}

bool detachesItself(Analysis &A, const Spawn &S) {
  const FunctionDecl *Body = S.Entry.body();
  if (!Body)
    return false;
  for (const Event &E : A.Tasks.info(Body).Events)
    if (E.Self && E.Kind == EventKind::Detach)
      return true;
  return false;
}

/// Classes whose objects are made with `new` by themselves alone and never
/// destroyed: leaked singletons.
static bool isNeverDestroyed(Unit &U, const CXXRecordDecl *Class) {
  if (const CXXDestructorDecl *D = Class->getDestructor())
    if (D->isDeleted() || (D->getAccess() == AS_private && !D->isDefined()))
      return true;
  // `static T *t = new T;` and `static T &t = *new T;` are all there is.
  struct Constructions : RecursiveASTVisitor<Constructions> {
    const CXXRecordDecl *Class;
    llvm::SmallPtrSet<const Expr *, 2> Leaked;
    bool Others = false;
    explicit Constructions(const CXXRecordDecl *Class) : Class(Class) {}
    bool shouldVisitImplicitCode() const { return true; }
    bool isClass(QualType T) const {
      const CXXRecordDecl *R = T->getAsCXXRecordDecl();
      return R && R->getCanonicalDecl() == Class->getCanonicalDecl();
    }
    bool VisitVarDecl(VarDecl *V) {
      const Expr *Init = V->getInit() ? valueOf(V->getInit()) : nullptr;
      auto *Deref = dyn_cast_or_null<UnaryOperator>(Init);
      if (Deref && Deref->getOpcode() == UO_Deref)
        Init = valueOf(Deref->getSubExpr());
      auto *New = dyn_cast_or_null<CXXNewExpr>(Init);
      if (New && V->hasGlobalStorage())
        Leaked.insert(New->getConstructExpr());
      return true;
    }
    bool VisitCXXConstructExpr(CXXConstructExpr *C) {
      Others |= isClass(C->getType()) && !Leaked.contains(C);
      return true;
    }
    bool VisitCXXDeleteExpr(CXXDeleteExpr *D) {
      Others |= isClass(D->getDestroyedType());
      return true;
    }
  } All(Class);
  for (const FunctionDecl *F : U.functions())
    if (F->hasBody()) {
      // Bases and members are made by other classes' constructors.
      if (auto *Constructor = dyn_cast<CXXConstructorDecl>(F))
        for (const CXXCtorInitializer *I : Constructor->inits())
          All.TraverseStmt(I->getInit());
      All.TraverseStmt(F->getBody());
    }
  for (const VarDecl *V : U.initialized())
    All.TraverseDecl(const_cast<VarDecl *>(V));
  return !All.Others && llvm::any_of(All.Leaked, [&](const Expr *Made) {
    return Made && All.isClass(Made->getType());
  });
}

MemberUse useOfMember(Analysis &A, const CXXRecordDecl *Class,
                      const FieldDecl *F) {
  Unit &U = A.Tasks;
  MemberUse Use;
  llvm::SmallPtrSet<const FunctionDecl *, 2> Detaching;
  for (const FunctionDecl *Function : U.functions())
    for (const Event &E : U.info(Function).Events) {
      if (!mentions(E.Where, F))
        continue;
      bool Own = isMethodOf(U, E.OriginIn ? E.OriginIn : Function, Class);
      switch (E.Kind) {
      case EventKind::Start: {
        // An object of a function's own is followed there.
        const VarDecl *Local = E.Where.variable();
        if (Local && Local->hasLocalStorage() && !isa<ParmVarDecl>(Local) &&
            Local->getType()->isRecordType() && E.Where.path().size() == 1)
          break;
        if (E.Task && E.OriginIn == Function && endsIn(E.Where, F) &&
            !llvm::is_contained(Use.Starts, E.Task))
          Use.Starts.push_back(E.Task);
        break;
      }
      case EventKind::Join:
      case EventKind::TimedJoin:
      case EventKind::Detach:
        // An owner that ends it outside the class's own methods, or the method
        // of a class that has such an object.
        // A callable of the class's own that is kept may be called at its end.
        if (E.InCallable)
          Use.EndIsUnknown = true;
        else if (E.Kind == EventKind::Detach)
          Detaching.insert(Function);
        // Or the destructor of a derived class, by a helper of this one.
        if (!Own ||
            (E.Where.isThis() &&
             (E.Where.path().size() > 1 || isa<CXXDestructorDecl>(Function)) &&
             !isMethodOf(U, Function, Class)))
          Use.EndsInDestructor = true;
        break;
      case EventKind::MoveOut:
      case EventKind::Escape:
      case EventKind::Release:
        Use.EndIsUnknown = true;
        break;
      default:
        break;
      }
    }
  if (Use.Starts.empty())
    return Use;
  // Given up where it is started.
  if (llvm::all_of(Use.Starts,
                   [&](const Spawn *S) { return Detaching.contains(S->In); }))
    Use.EndIsUnknown = true;
  for (const Spawn *S : Use.Starts)
    if (detachesItself(A, *S))
      Use.EndIsUnknown = true;
  const bool Visible = U.destructorVisible(Class);
  if (Visible)
    for (const Event &E : U.destructor(Class)) {
      bool Ends = E.Kind == EventKind::Join || E.Kind == EventKind::TimedJoin ||
                  E.Kind == EventKind::Detach || E.Kind == EventKind::MoveOut ||
                  E.Kind == EventKind::Escape || E.Kind == EventKind::Release;
      if (Ends && E.Where && (mentions(E.Where, F) || E.Where.path().empty()))
        Use.EndsInDestructor = true;
    }
  const bool Known = Use.EndIsUnknown || Use.EndsInDestructor;
  if (!Visible || (!Known && isNeverDestroyed(U, Class))) {
    const CXXDestructorDecl *D = Class->getDestructor();
    if (!Known && D && D->isUserProvided() && !D->isDeleted() &&
        !D->isDefined())
      Use.HangsOn = D;
    Use.EndIsUnknown = true;
  }
  return Use;
}

namespace {

/// Whether an assignment is reached with nothing on the way that looks at the
/// member or at another member of the class.
class UnguardedQuestion : public PathQuestion {
public:
  UnguardedQuestion(FunctionFlow &Flow, const FieldDecl *F,
                    const Stmt *Assignment)
      : Flow(Flow), F(F), Assignment(Assignment) {}

  State initial() override { return 0; }

  void visit(const Stmt *S, State Now,
             llvm::SmallVectorImpl<State> &Next) override {
    for (const Event *E : Flow.at(S)) {
      if (E->Kind == EventKind::Start && E->At == Assignment &&
          endsIn(E->Where, F)) {
        if (Now == 0)
          Reached = true;
        Now = 1;
        continue;
      }
      if (E->Where && mentions(E->Where, F) && E->Kind != EventKind::Start)
        Now = 1;
      // A wait or join of whatever the class has is a guard of its own.
      if (E->Kind == EventKind::Join || E->Kind == EventKind::Wait ||
          E->Kind == EventKind::TimedWait)
        Now = 1;
      if (E->Kind == EventKind::Escape && E->Where.isThis())
        Now = 1;
    }
    Next.push_back(Now);
  }

  std::optional<State> refine(const Expr *Condition, bool Truth,
                              State Now) override {
    return looksAtObject(Condition) ? State(1) : Now;
  }

  std::optional<State> refineCase(const Expr *Condition, const Expr *,
                                  State Now) override {
    return looksAtObject(Condition) ? State(1) : Now;
  }

  bool Reached = false;

private:
  bool looksAtObject(const Stmt *S) {
    if (isa<CXXThisExpr>(S))
      return true;
    for (const Stmt *Child : S->children())
      if (Child && looksAtObject(Child))
        return true;
    return false;
  }

  FunctionFlow &Flow;
  const FieldDecl *F;
  const Stmt *Assignment;
};

} // namespace

/// Whether two functions are instantiations of one template.
static bool areSameTemplate(const FunctionDecl *L, const FunctionDecl *R) {
  const FunctionDecl *Pattern = L->getTemplateInstantiationPattern();
  return L != R && Pattern && Pattern == R->getTemplateInstantiationPattern();
}

std::optional<Overwrite> overwrittenMember(Analysis &A,
                                           const CXXRecordDecl *Class,
                                           const FieldDecl *F, bool Again) {
  Unit &U = A.Tasks;
  struct Site {
    const FunctionDecl *In;
    const Event *E;
  };
  llvm::SmallVector<Site, 4> Sites;
  for (const FunctionDecl *Function : U.functions())
    for (const Event &E : U.info(Function).Events)
      if (E.Kind == EventKind::Start && E.Task && E.OriginIn == Function &&
          E.Where.isThis() && endsIn(E.Where, F) && E.Where.path().size() == 1)
        Sites.push_back({Function, &E});
  for (const Site &S : Sites) {
    if (isa<CXXConstructorDecl>(S.In) || S.E->Element ||
        !isa<CXXOperatorCallExpr>(S.E->At))
      continue;
    const Stmt *Earlier = nullptr;
    for (const Site &Other : Sites)
      if (Other.E != S.E && !areSameTemplate(Other.In, S.In))
        Earlier = Other.E->Origin;
    if (!Earlier && Again)
      Earlier = S.E->Origin;
    if (!Earlier)
      continue;
    // A helper that only constructors call runs once.
    auto Callers = U.callers(S.In);
    const auto *Method = dyn_cast<CXXMethodDecl>(S.In);
    if (Method && Method->getAccess() != AS_public && !Callers.empty() &&
        llvm::all_of(Callers, [](const Unit::CallSite &C) {
          return isa_and_nonnull<CXXConstructorDecl>(C.In);
        }))
      continue;
    FunctionFlow *Flow = A.Paths.get(S.In);
    if (!Flow)
      continue;
    UnguardedQuestion Q(*Flow, F, S.E->At);
    if (followPaths(*Flow, Q) && Q.Reached)
      return Overwrite{Earlier, S.E->At, S.E->Task};
  }
  return std::nullopt;
}

} // namespace joinery
