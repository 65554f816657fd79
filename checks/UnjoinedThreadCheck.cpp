//===- UnjoinedThreadCheck.cpp - Handles destroyed joinable ---------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnjoinedThreadCheck.h"
#include "flow/Handles.h"
#include "flow/Members.h"
#include "flow/Stops.h"
#include "task/Extract.h"
#include "task/MainFile.h"

using namespace clang;
using joinery::model::OnDestroy;
using joinery::model::Role;

namespace joinery {

UnjoinedThreadCheck::UnjoinedThreadCheck(StringRef Name,
                                         tidy::ClangTidyContext *Context,
                                         std::shared_ptr<UnitCache> Units)
    : JoineryCheck(Name, Context, std::move(Units)),
      AssumeCallsMayThrow(Options.get("AssumeCallsMayThrow", false)) {}

void UnjoinedThreadCheck::storeOptions(
    tidy::ClangTidyOptions::OptionMap &Opts) {
  JoineryCheck::storeOptions(Opts);
  Options.store(Opts, "AssumeCallsMayThrow", AssumeCallsMayThrow);
}

/// Handles whose end while their task runs is a defect.
static bool mustBeJoined(const model::Type *T) {
  return T && T->Role == Role::Thread &&
         (T->OnDestroy == OnDestroy::Terminate ||
          T->OnDestroy == OnDestroy::Abandon);
}

static std::string consequence(const model::Type &T) {
  if (T.OnDestroy == OnDestroy::Terminate)
    return "the program is terminated";
  return "its thread is leaked";
}

static std::string describe(const Loss &L, const std::string &Name) {
  switch (L.How) {
  case Loss::ScopeEnd:
    return "'" + Name + "' is destroyed here without a join";
  case Loss::Unwound:
    return "an exception here destroys '" + Name + "' before its join";
  case Loss::Overwritten:
    return "'" + Name + "' is assigned over here while it is joinable";
  case Loss::Cleared:
    return "a joinable handle is destroyed here";
  case Loss::Released:
    return "the ownership of the handle is released here, and nothing takes it";
  case Loss::Leaked:
    return "the last copy of '" + Name + "' is gone here";
  }
  return {};
}

/// The throw behind a call that an exception leaves, where a function of this
/// unit makes it.
static void tellThrow(Defect &D, const FunctionInfo &Info, const Loss &L) {
  if (L.How != Loss::Unwound)
    return;
  for (const Event &E : Info.Events)
    if (E.Kind == EventKind::Throw && !E.Caught && E.At && E.Origin &&
        E.OriginIn && E.OriginIn != Info.Function &&
        E.At->getBeginLoc() == L.At) {
      D.then(E.Origin->getBeginLoc(), "the exception is thrown here");
      return;
    }
}

static Defect tellLocal(const std::string &Name, SourceLocation At,
                        const model::Type &T, llvm::ArrayRef<Loss> Losses,
                        llvm::ArrayRef<const Spawn *> Tasks,
                        const FunctionInfo &Info, const ASTContext &Context) {
  Defect D;
  D.At = At;
  bool OnlyOverwritten = llvm::all_of(
      Losses, [](const Loss &L) { return L.How == Loss::Overwritten; });
  D.Message = "'" + Name + "' can be " +
              (OnlyOverwritten ? "assigned over" : "destroyed") +
              " while its thread is not joined, and then " + consequence(T) +
              "; join it on every path";
  const SourceManager &Sources = Context.getSourceManager();
  for (const Spawn *S : Tasks)
    if (Sources.getExpansionLineNumber(S->At->getBeginLoc()) !=
        Sources.getExpansionLineNumber(At))
      D.then(S->At->getBeginLoc(), "the thread is started here");
  unsigned Told = 0;
  for (const Loss &L : Losses) {
    if (++Told > 4)
      break;
    if (Told == 1)
      for (const auto &[Where, Text] : tellPath(L.Path, Context))
        D.then(Where, Text);
    tellThrow(D, Info, L);
    D.then(L.At, describe(L, Name));
  }
  return D;
}

/// The note that offers a type that joins, with the edit where it is a plain
/// declaration and the language has the type.
static void offerJoining(Defect &D, const VarDecl *V, const model::Type &T,
                         const ASTContext &Context) {
  if (T.Joining.empty() || !Context.getLangOpts().CPlusPlus20)
    return;
  Step S;
  S.At = V ? V->getLocation() : D.At;
  S.Text = "a '" + T.Joining + "' joins in its destructor";
  if (V)
    if (TypeSourceInfo *Info = V->getTypeSourceInfo()) {
      SourceRange Range = Info->getTypeLoc().getSourceRange();
      StringRef Text = Lexer::getSourceText(
          CharSourceRange::getTokenRange(Range), Context.getSourceManager(),
          Context.getLangOpts());
      if (Text == T.Name && Range.getBegin().isFileID())
        S.Fixes.push_back(FixItHint::CreateReplacement(Range, T.Joining));
    }
  D.Story.push_back(std::move(S));
}

/// Whether a pointer was given a new object: by `new`, by make_shared, by a
/// library function that allocates (malloc).
static bool ownsPointee(Unit &U, const VarDecl *V) {
  const Expr *Init = V->getInit() ? valueOf(V->getInit()) : nullptr;
  if (!Init)
    return false;
  if (auto *Made = dyn_cast<CXXConstructExpr>(Init)) {
    if (Made->getNumArgs() == 0)
      return true;
    Init = valueOf(Made->getArg(0));
  }
  if (isa<CXXNewExpr>(Init))
    return true;
  auto *Call = dyn_cast<CallExpr>(Init);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee)
    return false;
  auto Meaning = U.lookup().call(Callee);
  if (Meaning && Meaning->Does == model::Op::Make)
    return true;
  return Callee->getReturnType()->isVoidPointerType() &&
         U.inSystemHeader(Callee->getLocation());
}

/// Temporaries, locals and by-value parameters of one function.
static void findLocals(Analysis &A, const FunctionDecl *F, bool CallsMayThrow,
                       Defects &Found) {
  Unit &U = A.Tasks;
  const ASTContext &Context = U.context();
  const FunctionInfo &Info = U.info(F);
  for (const Spawn *S : Info.Spawns)
    if (S->Where == Fate::Discarded && S->Type && mustBeJoined(S->Type) &&
        S->Type->OnDestroy == OnDestroy::Terminate) {
      Defect D;
      D.At = S->At->getBeginLoc();
      D.Message = "temporary thread is destroyed without a join, and then " +
                  consequence(*S->Type) + "; give it a name and join it";
      Found.push_back(std::move(D));
    }

  struct Subject {
    Place Where;
    const VarDecl *Owner;
    const model::Type *Type;
    HandleState First;
  };
  std::vector<Subject> Subjects;
  auto Add = [&](const Place &P, const model::Type *T, HandleState First) {
    for (const Subject &S : Subjects)
      if (S.Where == P)
        return;
    Subjects.push_back({P, P.variable(), T, First});
  };
  for (const ParmVarDecl *P : F->parameters()) {
    QualType T = P->getType();
    if (T->isReferenceType() || T->isPointerType() || !T->isRecordType())
      continue;
    if (const model::Type *M = U.heldType(T); mustBeJoined(M))
      Add(Place::variable(P), M, HandleState::Running);
  }
  for (const Event &E : Info.Events) {
    if (E.Kind != EventKind::Start || !E.Task)
      continue;
    const VarDecl *V = E.Where.variable();
    if (!V || !V->hasLocalStorage() || isa<ParmVarDecl>(V) ||
        V->getType()->isReferenceType() || V->isInitCapture())
      continue;
    if (!F->Encloses(V->getDeclContext()) && V->getDeclContext() != F)
      continue;
    const model::Type *T = E.Task->Type;
    if (const ValueDecl *Last = E.Where.last())
      if (const model::Type *Declared = U.heldType(Last->getType()))
        T = Declared;
    if (!mustBeJoined(T))
      continue;
    // Nor is the end of one that is stepped through an array, or that leads to
    // an object of somebody else's.
    if ((V->getType()->isPointerType() || U.isSharingPointer(V->getType())) &&
        (U.isReassigned(V) || !ownsPointee(U, V)))
      continue;
    // What main leaves behind is another check's.
    if (F->isMain() && T->OnDestroy == OnDestroy::Abandon)
      continue;
    // A class that starts its own member answers for it (below).
    if (!E.Where.path().empty() && E.OriginIn != F)
      continue;
    Add(E.Where, T, HandleState::Empty);
  }
  if (Subjects.empty())
    return;
  FunctionFlow *Flow = A.Paths.get(F);
  if (!Flow)
    return;
  for (const Subject &S : Subjects) {
    HandleQuestion Q(A, *Flow, S.Where, S.Owner, S.First);
    Q.AssumeCallsMayThrow = CallsMayThrow;
    if (!followPaths(*Flow, Q))
      continue;
    // The pointer's end is not the handle's end; a delete is.
    auto LeavesOnlyThePointer = [&](const Loss &L) {
      return L.How == Loss::Leaked || L.How == Loss::Overwritten;
    };
    if (S.Owner->getType()->isPointerType() && S.Where.path().empty() &&
        S.Type->OnDestroy == OnDestroy::Terminate) {
      llvm::erase_if(Q.Losses, LeavesOnlyThePointer);
      if (Q.Losses.empty())
        continue;
    }
    // Would it be lost if those who are handed it elsewhere did nothing?
    const bool Hangs = Q.Losses.empty() && !Q.Handings.empty();
    HandleQuestion Beyond(A, *Flow, S.Where, S.Owner, S.First, true);
    Beyond.AssumeCallsMayThrow = CallsMayThrow;
    if (Hangs && !followPaths(*Flow, Beyond))
      continue;
    llvm::ArrayRef<Loss> Losses = Hangs ? Beyond.Losses : Q.Losses;
    if (Losses.empty())
      continue;
    llvm::SmallVector<const Spawn *, 4> Tasks;
    bool EndsItself = false;
    for (const Event &E : Info.Events)
      if (E.Kind == EventKind::Start && E.Where.touches(S.Where) && E.Task) {
        if (!llvm::is_contained(Tasks, E.Task))
          Tasks.push_back(E.Task);
        EndsItself |= detachesItself(A, *E.Task);
      }
    if (EndsItself)
      continue;
    Defect D = tellLocal(S.Where.str(), S.Owner->getLocation(), *S.Type, Losses,
                         Tasks, Info, Context);
    if (S.Where.path().empty())
      offerJoining(D, S.Owner, *S.Type, Context);
    if (!Hangs) {
      Found.push_back(std::move(D));
      continue;
    }
    Condition If;
    for (const Handing &To : Q.Handings)
      If.NoneEnds.push_back({To.Callee, To.Parameter});
    hangs(A, "joinery-unjoined-thread", std::move(D), std::move(If));
  }
}

/// Whether the destructor of \p Class deletes what the pointer \p F leads to.
static bool isDeletedAtTheEnd(Unit &U, const CXXRecordDecl *Class,
                              const FieldDecl *F) {
  return llvm::any_of(U.destructor(Class), [&](const Event &E) {
    return E.Kind == EventKind::Reset && E.Where.isThis() &&
           E.Where.path().size() == 1 && E.Where.path().front() == F &&
           isa_and_nonnull<CXXDeleteExpr>(E.Origin);
  });
}

/// A member that a constructor starts before it throws: the destructor of the
/// class, which would join it, does not run then.
static std::optional<Defect>
lostInConstructor(Analysis &A, const CXXRecordDecl *Class, const FieldDecl *F,
                  const model::Type &M, bool CallsMayThrow) {
  const Place Member = Place::thisObject().field(F);
  for (const CXXConstructorDecl *C : Class->ctors()) {
    const FunctionDecl *Definition = nullptr;
    if (!C->hasBody(Definition) || Definition->isDependentContext())
      continue;
    const auto &Events = A.Tasks.info(Definition).Events;
    const auto Start = llvm::find_if(Events, [&](const Event &E) {
      return E.Kind == EventKind::Start && E.Task && E.Where == Member;
    });
    FunctionFlow *Flow =
        Start == Events.end() ? nullptr : A.Paths.get(Definition);
    if (!Flow)
      continue;
    HandleQuestion Q(A, *Flow, Member, nullptr, HandleState::Empty);
    Q.AssumeCallsMayThrow = CallsMayThrow;
    if (!followPaths(*Flow, Q))
      continue;
    const auto Lost = llvm::find_if(
        Q.Losses, [](const Loss &L) { return L.How == Loss::Unwound; });
    if (Lost == Q.Losses.end())
      continue;
    Defect D;
    D.At = F->getLocation();
    D.Message = "member '" + F->getNameAsString() +
                "' is still joinable when the constructor throws, and then " +
                consequence(M) + "; join it before the exception leaves";
    D.then(Start->Task->At->getBeginLoc(), "the thread is started here");
    for (const auto &[Where, Text] : tellPath(Lost->Path, A.Tasks.context()))
      D.then(Where, Text);
    tellThrow(D, A.Tasks.info(Definition), *Lost);
    D.then(Lost->At, "an exception here destroys '" + F->getNameAsString() +
                         "', and the destructor of '" +
                         Class->getNameAsString() + "' does not run");
    return D;
  }
  return std::nullopt;
}

/// Members that some method starts and that the destructor does not join.
static void findMembers(Analysis &A, const CXXRecordDecl *Class,
                        bool CallsMayThrow, Defects &Found) {
  Unit &U = A.Tasks;
  for (const FieldDecl *F : Class->fields()) {
    QualType T = F->getType();
    if (T->isReferenceType() ||
        (T->isPointerType() && !isDeletedAtTheEnd(U, Class, F)))
      continue;
    const model::Type *M = U.heldType(T);
    if (!mustBeJoined(M) || M->OnDestroy != OnDestroy::Terminate)
      continue;
    MemberUse Use = useOfMember(A, Class, F);
    if (Use.Starts.empty())
      continue;
    std::string Name = F->getNameAsString();
    const CXXDestructorDecl *Elsewhere = Use.HangsOn;
    if (Elsewhere || (!Use.EndIsUnknown && !Use.EndsInDestructor)) {
      Defect D;
      D.At = F->getLocation();
      D.Message = "member '" + Name +
                  "' can still be joinable when its class is destroyed, and "
                  "then " +
                  consequence(*M) + "; join it in the destructor";
      D.then(Use.Starts.front()->At->getBeginLoc(),
             "the thread is started here");
      if (const CXXDestructorDecl *Dtor = Class->getDestructor();
          Dtor && Dtor->isUserProvided())
        D.then(Dtor->getLocation(), "the destructor does not join it");
      else
        D.then(Class->getLocation(), "'" + Class->getNameAsString() +
                                         "' has no destructor that joins it");
      if (!M->Joining.empty() && U.context().getLangOpts().CPlusPlus20)
        D.then(F->getLocation(),
               "a '" + M->Joining + "' joins in its destructor");
      Condition If;
      If.Destructor = Elsewhere;
      If.Member = Elsewhere ? F : nullptr;
      // What others can reach, an owner in another unit may join.
      if (!Elsewhere && !isPrivate(F) &&
          !isInMainFile(F->getLocation(), U.context().getSourceManager()))
        If.NobodyEnds.push_back(F);
      if (!Elsewhere && If.NobodyEnds.empty()) {
        Found.push_back(std::move(D));
        continue;
      }
      hangs(A, "joinery-unjoined-thread", std::move(D), std::move(If));
      continue;
    }
    if (M->OnDestroy == OnDestroy::Terminate && !T->isPointerType())
      if (auto Lost = lostInConstructor(A, Class, F, *M, CallsMayThrow)) {
        Found.push_back(std::move(*Lost));
        continue;
      }
    if (U.isContainer(T) || T->isPointerType())
      continue;
    if (auto Over = overwrittenMember(A, Class, F)) {
      Defect D;
      D.At = F->getLocation();
      D.Message = "member '" + Name +
                  "' is assigned over while its thread may not be joined, and "
                  "then " +
                  consequence(*M) + "; join it before the assignment";
      D.then(Over->Earlier->getBeginLoc(), "the thread is started here");
      D.then(operationAt(Over->Assignment),
             "'" + Name + "' is assigned over here");
      Found.push_back(std::move(D));
    }
  }
}

/// Threads with static storage: what joins them can stand anywhere, a function
/// that nothing here calls included.
static void findStatics(Analysis &A) {
  Unit &U = A.Tasks;
  for (const VarDecl *V : U.globals()) {
    const model::Type *M = U.heldType(V->getType());
    if (V->getType()->isPointerType() || U.isSharingPointer(V->getType()) ||
        !mustBeJoined(M) || M->OnDestroy != OnDestroy::Terminate)
      continue;
    const Spawn *Started = nullptr;
    bool Ends = false;
    for (const FunctionDecl *F : U.functions())
      for (const Event &E : U.info(F).Events) {
        if (!E.Where.touches(Place::variable(V)))
          continue;
        if (E.Kind == EventKind::Start)
          Started = Started ? Started : E.Task;
        Ends |= E.Kind == EventKind::Join || E.Kind == EventKind::TimedJoin ||
                E.Kind == EventKind::Detach || E.Kind == EventKind::MoveOut ||
                E.Kind == EventKind::Escape || E.Kind == EventKind::Release;
      }
    const bool Everywhere = U.isReachedElsewhere(V);
    // Who joins a function's result has no name for it.
    if (Ends || (!Started && !Everywhere) || (Everywhere && V->isStaticLocal()))
      continue;
    Defect D;
    D.At = V->getLocation();
    D.Message = "'" + V->getNameAsString() +
                "' is still joinable when the program destroys it, and then " +
                consequence(*M) + "; join it before main returns";
    if (Started)
      D.then(Started->At->getBeginLoc(), "the thread is started here");
    Condition If;
    If.Started = V;
    If.NobodyEnds.push_back(V);
    hangs(A, "joinery-unjoined-thread", std::move(D), std::move(If));
  }
}

void UnjoinedThreadCheck::find(Analysis &A, Defects &Found) {
  for (const FunctionDecl *F : A.Tasks.functions())
    findLocals(A, F, AssumeCallsMayThrow, Found);
  for (const CXXRecordDecl *C : A.Tasks.classes())
    findMembers(A, C, AssumeCallsMayThrow, Found);
  findStatics(A);
}

} // namespace joinery
