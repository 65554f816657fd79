//===- DestroyedBeforeJoinCheck.cpp - Destroyed before join ---------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DestroyedBeforeJoinCheck.h"
#include "flow/Parts.h"
#include "task/Extract.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

using joinery::model::OnDestroy;
using joinery::model::Role;

namespace joinery {

/// Whether the end of an object of this type waits for the task in it.
static bool waitsAtEnd(Unit &U, QualType T, const Spawn &S) {
  if (T->isReferenceType() || T->isPointerType() || U.isSharingPointer(T))
    return false;
  if (const model::Type *M = U.heldType(T)) {
    if (M->OnDestroy == OnDestroy::Join ||
        M->OnDestroy == OnDestroy::StopAndJoin)
      return true;
    return S.IsAsync && M->Role == Role::Future;
  }
  return false;
}

/// Whether the object joins its task when it dies: a handle that does, or a
/// class of this unit whose destructor does.
static bool joinsAtEnd(Unit &U, const Place &Holder, QualType T,
                       const Place &Handle, const Spawn &S) {
  if (Holder == Handle)
    return waitsAtEnd(U, T, S);
  for (const Event &E : U.destructorAt(Holder, T))
    if ((E.Kind == EventKind::Join || E.Kind == EventKind::Wait) &&
        E.Where == Handle)
      return true;
  return false;
}

/// Whether the body of the class's destructor sees to the task's end first.
static bool bodyEnds(Unit &U, const CXXRecordDecl *Class,
                     const FieldDecl *Holder) {
  const CXXDestructorDecl *D = Class->getDestructor();
  const FunctionDecl *Body = nullptr;
  if (!D || !D->isUserProvided())
    return false;
  if (!D->hasBody(Body))
    return true; // It may.
  for (const Event &E : U.info(Body).Events) {
    if (E.InCallable)
      continue;
    bool Ends = E.Kind == EventKind::Join || E.Kind == EventKind::TimedJoin ||
                E.Kind == EventKind::Wait || E.Kind == EventKind::TimedWait ||
                E.Kind == EventKind::Reset || E.Kind == EventKind::MoveOut ||
                E.Kind == EventKind::Detach || E.Kind == EventKind::Escape;
    bool Mine = E.Where.isThis() &&
                (E.Where.path().empty() || E.Where.path().front() == Holder);
    if (Ends && Mine)
      return true;
  }
  return false;
}

static bool isTrivial(QualType T) {
  return T.isDestructedType() == QualType::DK_none;
}

/// The edit that moves the declaration of \p Handle behind \p Last.
static void offerMove(Defect &D, const FieldDecl *Handle, const FieldDecl *Last,
                      const ASTContext &Context) {
  Step Move;
  Move.At = Handle->getLocation();
  Move.Text = "declared last, '" + Handle->getNameAsString() +
              "' is joined before anything that its task uses is destroyed";
  const SourceManager &Sources = Context.getSourceManager();
  const LangOptions &Language = Context.getLangOpts();
  auto EndOf = [&](const FieldDecl *F) {
    return Lexer::findLocationAfterToken(F->getEndLoc(), tok::semi, Sources,
                                         Language, false);
  };
  SourceLocation Begin = Handle->getBeginLoc(), End = EndOf(Handle);
  SourceLocation After = EndOf(Last);
  // Not one of several names of one declaration.
  bool Alone = true;
  for (const FieldDecl *F : Handle->getParent()->fields())
    Alone &= F == Handle || F->getBeginLoc() != Begin;
  if (Alone && Begin.isFileID() && End.isValid() && After.isValid()) {
    StringRef Text = Lexer::getSourceText(
        CharSourceRange::getCharRange(Begin, End), Sources, Language);
    StringRef Indent = Lexer::getIndentationForLine(Begin, Sources);
    if (!Text.empty()) {
      Move.Fixes.push_back(
          FixItHint::CreateRemoval(CharSourceRange::getCharRange(Begin, End)));
      Move.Fixes.push_back(
          FixItHint::CreateInsertion(After, ("\n" + Indent + Text).str()));
    }
  }
  D.Story.push_back(std::move(Move));
}

static void findMembers(Analysis &A, const Spawn &S, const Place &Handle,
                        const CXXRecordDecl *Class, Defects &Found) {
  Unit &U = A.Tasks;
  const FieldDecl *Holder = Handle.path().front();
  // A base class, and a handle in it, outlives all members of the derived one.
  const auto *Base = dyn_cast<CXXRecordDecl>(Holder->getParent());
  bool InBase = Base && Base != Class && Class->hasDefinition() &&
                Class->isDerivedFrom(Base);
  if ((Base != Class && !InBase) ||
      !joinsAtEnd(U, Place::thisObject().field(Holder), Holder->getType(),
                  Handle, S) ||
      bodyEnds(U, Class, Holder))
    return;
  llvm::SmallVector<const FieldDecl *, 4> Dead;
  for (const Place &P : placesUsedBy(A, S)) {
    if (!P.isThis() || P.path().empty())
      continue;
    const FieldDecl *F = P.path().front();
    if (F->getParent() != Class ||
        (!InBase && F->getFieldIndex() <= Holder->getFieldIndex()))
      continue;
    if (!isTrivial(F->getType()) && !F->getType()->isReferenceType() &&
        !llvm::is_contained(Dead, F))
      Dead.push_back(F);
  }
  if (Dead.empty())
    return;
  llvm::sort(Dead, [](const FieldDecl *L, const FieldDecl *R) {
    return L->getFieldIndex() < R->getFieldIndex();
  });
  Defect D;
  D.At = Dead.front()->getLocation();
  std::string Name = Dead.front()->getNameAsString();
  D.Message = "'" + Name + "' is destroyed before '" +
              Holder->getNameAsString() + "' joins the task that uses it; " +
              (InBase ? "join in the destructor"
                      : "declare the handle after it, or join in the "
                        "destructor");
  D.then(Holder->getLocation(),
         InBase ? "the handle is declared in a base class, which is destroyed "
                  "after the members"
                : "the handle is declared before it");
  D.then(S.At->getBeginLoc(), "the task that uses it is started here");
  for (const FieldDecl *F : llvm::drop_begin(Dead))
    D.then(F->getLocation(),
           "'" + F->getNameAsString() + "' is destroyed too early as well");
  if (InBase) {
    Found.push_back(std::move(D));
    return;
  }
  const FieldDecl *Last = Holder;
  for (const FieldDecl *F : Class->fields())
    Last = F;
  offerMove(D, Holder, Last, U.context());
  Found.push_back(std::move(D));
}

namespace {

/// Whether a local dies while the task of a handle runs.
class DyingQuestion : public PathQuestion {
public:
  DyingQuestion(FunctionFlow &Flow, const Spawn &S, const Place &Handle,
                llvm::ArrayRef<const VarDecl *> Used)
      : Flow(Flow), S(S), Handle(Handle), Used(Used) {
    for (const Event &E : Flow.events())
      if (E.Guard && ends(E) && !llvm::is_contained(Guards, E.Guard))
        Guards.push_back(E.Guard);
  }

  void visit(const Stmt *St, State Now,
             llvm::SmallVectorImpl<State> &Next) override {
    for (const Event *E : Flow.at(St)) {
      if (E->Guard)
        continue;
      if (E->Kind == EventKind::Exit)
        return;
      if (E->Kind == EventKind::Start && E->Task == &S && E->Where == Handle)
        Now = 1;
      else if (ends(*E))
        Now = 0;
    }
    Next.push_back(Now);
  }

  /// A loop that joins runs at least once.
  State leaveLoop(const Stmt *Loop, State Now) override {
    for (const Event &E : Flow.events())
      if (E.Loop == Loop && !E.Guard && ends(E))
        return 0;
    return Now;
  }

  State destroy(const VarDecl *V, const Stmt *, bool Unwinding, const Trail *,
                State Now) override {
    if (Now && !Unwinding && llvm::is_contained(Used, V) &&
        !llvm::is_contained(Dead, V))
      Dead.push_back(V);
    if (V == Handle.variable() || llvm::is_contained(Guards, V))
      return 0;
    return Now;
  }

  llvm::SmallVector<const VarDecl *, 2> Dead;

private:
  bool ends(const Event &E) const {
    if (!E.Where || !E.Where.touches(Handle))
      return false;
    switch (E.Kind) {
    case EventKind::Join:
    case EventKind::TimedJoin:
    case EventKind::Wait:
    case EventKind::TimedWait:
    case EventKind::Detach:
    case EventKind::MoveOut:
    case EventKind::Escape:
    case EventKind::Reset:
    case EventKind::Release:
      return true;
    default:
      return false;
    }
  }

  FunctionFlow &Flow;
  const Spawn &S;
  const Place &Handle;
  llvm::ArrayRef<const VarDecl *> Used;
  llvm::SmallVector<const VarDecl *, 2> Guards;
};

} // namespace

static void findLocals(Analysis &A, const FunctionDecl *F, const Spawn &S,
                       const Place &Handle, Defects &Found) {
  Unit &U = A.Tasks;
  const VarDecl *Holder = Handle.variable();
  if (!Holder->hasLocalStorage() || isa<ParmVarDecl>(Holder) ||
      Holder->getDeclContext() != F ||
      !joinsAtEnd(U, Place::variable(Holder), Holder->getType(), Handle, S))
    return;
  const SourceManager &Sources = U.context().getSourceManager();
  llvm::SmallVector<const VarDecl *, 4> Later;
  for (const Place &P : placesUsedBy(A, S)) {
    const VarDecl *V = P.variable();
    if (!V || V == Holder || !V->hasLocalStorage() || isa<ParmVarDecl>(V) ||
        V->getDeclContext() != F || V->getType()->isReferenceType() ||
        isTrivial(V->getType()) || llvm::is_contained(Later, V))
      continue;
    if (Sources.isBeforeInTranslationUnit(Holder->getLocation(),
                                          V->getLocation()))
      Later.push_back(V);
  }
  FunctionFlow *Flow = Later.empty() ? nullptr : A.Paths.get(F);
  if (!Flow)
    return;
  DyingQuestion Q(*Flow, S, Handle, Later);
  if (!followPaths(*Flow, Q) || Q.Dead.empty())
    return;
  llvm::sort(Q.Dead, [&](const VarDecl *L, const VarDecl *R) {
    return L != R && Sources.isBeforeInTranslationUnit(L->getLocation(),
                                                       R->getLocation());
  });
  Defect D;
  D.At = Q.Dead.front()->getLocation();
  D.Message = "'" + Q.Dead.front()->getNameAsString() +
              "' is destroyed before '" + Holder->getNameAsString() +
              "' joins the task that uses it; declare the handle after it, or "
              "join before the scope ends";
  D.then(Holder->getLocation(), "the handle is declared before it");
  D.then(S.At->getBeginLoc(), "the task that uses it is started here");
  for (const VarDecl *V : llvm::drop_begin(Q.Dead))
    D.then(V->getLocation(),
           "'" + V->getNameAsString() + "' is destroyed too early as well");
  Found.push_back(std::move(D));
}

void DestroyedBeforeJoinCheck::find(Analysis &A, Defects &Found) {
  Unit &U = A.Tasks;
  llvm::SmallVector<const FunctionDecl *, 16> Functions(U.functions());
  // Constructors that nobody wrote start what stands with the members.
  for (const Spawn *S : U.spawns())
    if (S->In && S->In->isImplicit() && !llvm::is_contained(Functions, S->In))
      Functions.push_back(S->In);
  for (const FunctionDecl *F : Functions)
    for (const Event &E : U.info(F).Events) {
      if ((E.Kind != EventKind::Start && E.Kind != EventKind::Post) ||
          !E.Task || E.InCallable || !E.Where)
        continue;
      // As the function that wrote the spawn names the handle.
      if (E.Task->In != F || E.Task->Deferred)
        continue;
      if (E.Where.isThis() && !E.Where.path().empty()) {
        auto *Method = dyn_cast_or_null<CXXMethodDecl>(U.outermost(F));
        if (Method)
          findMembers(A, *E.Task, E.Where, Method->getParent(), Found);
      } else if (E.Where.variable()) {
        findLocals(A, F, *E.Task, E.Where, Found);
      }
    }
}

} // namespace joinery
