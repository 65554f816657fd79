//===- Export.cpp - The facts of a unit -----------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The functions that the main file defines, and what these run of headers, are
// written down with their own events and their calls. What ends a task or waits
// for it is told of visible callees as well, as the task model translates it
// better than symbols can: where two tellings differ, the program is quieter.
//
//===----------------------------------------------------------------------===//

#include "facts/Export.h"
#include "facts/Answers.h"
#include "facts/Calls.h"
#include "facts/MainPaths.h"
#include "flow/Handles.h"
#include "flow/Obligations.h"
#include "flow/Tracking.h"
#include "task/Extract.h"
#include "task/MainFile.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Index/USRGeneration.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"

using namespace clang;

namespace joinery::facts {

std::string relativeName(StringRef Path, StringRef Directory) {
  namespace path = llvm::sys::path;
  if (!path::is_absolute(Path) || Directory.empty()) {
    llvm::SmallString<128> Clean(Path);
    path::remove_dots(Clean, /*remove_dot_dot=*/true);
    return std::string(Clean);
  }
  llvm::SmallString<128> From(Directory), To(Path);
  path::remove_dots(From, true);
  path::remove_dots(To, true);
  llvm::SmallVector<StringRef, 16> A(path::begin(From), path::end(From));
  llvm::SmallVector<StringRef, 16> B(path::begin(To), path::end(To));
  size_t Same = 0;
  while (Same < A.size() && Same + 1 < B.size() && A[Same] == B[Same])
    ++Same;
  llvm::SmallString<128> Result;
  // What shares only the root is of another tree: its place there is told by
  // its last two names.
  if (Same <= 1) {
    for (StringRef Part : llvm::ArrayRef(B).take_back(2))
      path::append(Result, Part);
    return std::string(Result);
  }
  for (size_t I = Same; I != A.size(); ++I)
    path::append(Result, "..");
  for (size_t I = Same; I != B.size(); ++I)
    path::append(Result, B[I]);
  return std::string(Result);
}

namespace {

class Exporter {
public:
  Exporter(Analysis &A, const ExportOptions &Options)
      : A(A), U(A.Tasks), Options(Options),
        Sources(U.context().getSourceManager()) {}

  UnitFacts run();

private:
  TextId text(StringRef T);
  SymbolId symbol(const NamedDecl *D, bool Named = false);
  Site site(SourceLocation L);
  Answer answer(const Told &T) { return {T.Is, text(T.Text)}; }
  std::optional<Object> object(const Place &P, const FunctionDecl *F);
  bool destroysThreads(const Event &E);
  std::optional<Effect> effect(const Event &E, const FunctionDecl *F);
  Shown shown(StringRef Check, SourceLocation At);

  bool isDefinedHere(const FunctionDecl *F);
  void choose();
  const FunctionCalls &calls(const FunctionDecl *F);
  bool mayNeverReturn(const FunctionDecl *F);
  bool isWorth(const FunctionDecl *F);
  bool isWorth(const OutCall &C);
  void addTasks();
  void addFunction(const FunctionDecl *F);
  void addEffects(const FunctionDecl *F, Function &Out);
  void addCalls(const FunctionDecl *F, Function &Out);
  const FunctionDecl *bodyOf(const FunctionDecl *Main);
  const FunctionDecl *returnedFrom(const FunctionDecl *F);
  void addPaths(const FunctionDecl *F, const Function &Out);
  void addConditionals();
  void addStatics();
  std::vector<Step>
  story(llvm::ArrayRef<std::pair<SourceLocation, std::string>> Steps);

  Analysis &A;
  Unit &U;
  const ExportOptions &Options;
  const SourceManager &Sources;
  UnitFacts Out;
  std::string UnitName;
  llvm::StringMap<TextId> Texts;
  llvm::DenseMap<const Decl *, SymbolId> Symbols;
  llvm::DenseMap<uint64_t, SymbolId> ByKey;
  llvm::DenseMap<const Spawn *, uint32_t> TaskOf;
  llvm::SetVector<const FunctionDecl *> Chosen;
  llvm::DenseMap<const FunctionDecl *, std::unique_ptr<FunctionCalls>> Calls;
  llvm::DenseMap<const FunctionDecl *, bool> Worth;
  /// The function that main hands everything to, or null.
  const FunctionDecl *Body = nullptr;
  /// What main and its body do, by the index in their facts.
  llvm::DenseMap<const Event *, uint32_t> PathEffects;
  llvm::DenseMap<std::pair<const FunctionDecl *, size_t>, uint32_t> PathCalls;
  bool hasPaths(const FunctionDecl *F) { return F->isMain() || F == Body; }
};

} // namespace

TextId Exporter::text(StringRef T) {
  if (T.empty())
    return 0;
  auto [At, New] = Texts.try_emplace(T, Out.Texts.size());
  if (New)
    Out.Texts.push_back(T.str());
  return At->second;
}

/// Whether other units mean the same by the declaration's name.
static bool isShared(const NamedDecl *D) {
  if (isa<FieldDecl>(D))
    if (auto *R = dyn_cast<RecordDecl>(D->getDeclContext()))
      return R->isExternallyVisible() ||
             !R->getASTContext().getLangOpts().CPlusPlus;
  return D->isExternallyVisible();
}

SymbolId Exporter::symbol(const NamedDecl *D, bool Named) {
  if (!D)
    return 0;
  D = cast<NamedDecl>(D->getCanonicalDecl());
  SymbolId &Id = Symbols[D];
  if (!Id) {
    llvm::SmallString<256> Usr;
    if (index::generateUSRForDecl(D, Usr) || Usr.empty())
      Usr = D->getQualifiedNameAsString();
    if (!isShared(D)) {
      Usr += '\0';
      Usr += UnitName;
    }
    uint64_t Key = llvm::xxh3_64bits(Usr.str());
    Key = Key == 0 || Key > MaxKey ? 1 : Key;
    // Two declarations with one USR are one thing.
    SymbolId &Known = ByKey[Key];
    if (!Known) {
      Known = static_cast<SymbolId>(Out.Symbols.size());
      Out.Symbols.push_back({Key, 0});
    }
    Id = Known;
  }
  if (Named && !Out.Symbols[Id].Name)
    Out.Symbols[Id].Name = text(D->getQualifiedNameAsString());
  return Id;
}

Site Exporter::site(SourceLocation L) {
  if (L.isInvalid())
    return {};
  PresumedLoc P = Sources.getPresumedLoc(Sources.getFileLoc(L));
  if (P.isInvalid())
    return {};
  return {text(relativeName(P.getFilename(), Options.Directory)), P.getLine(),
          P.getColumn()};
}

/// Whether what the link step finds there is shown, and as what.
Shown Exporter::shown(StringRef Check, SourceLocation At) {
  Shown Is = Options.ShownAt ? Options.ShownAt(Check, At) : Shown::Yes;
  if (Is != Shown::No && Options.IsError && Options.IsError(Check))
    if (TextId Name = text(Check); !llvm::is_contained(Out.Errors, Name))
      Out.Errors.push_back(Name);
  return Is;
}

std::vector<Step>
Exporter::story(llvm::ArrayRef<std::pair<SourceLocation, std::string>> Steps) {
  std::vector<Step> Result;
  for (const auto &[At, Text] : Steps)
    Result.push_back({site(At), text(Text)});
  return Result;
}

std::optional<Object> Exporter::object(const Place &P, const FunctionDecl *F) {
  Object O;
  if (!P.path().empty()) {
    O.Key = symbol(P.path().back(), true);
  }
  if (P.isThis()) {
    O.From = Root::This;
    return O;
  }
  const VarDecl *V = P.variable();
  if (auto *Parameter = dyn_cast_or_null<ParmVarDecl>(V);
      Parameter && F && Parameter->getDeclContext() == F) {
    O.From = Root::Parameter;
    O.Index = Parameter->getFunctionScopeIndex();
    return O;
  }
  // Who has it as a function's result has no name for it.
  if (V && V->hasGlobalStorage() && P.path().empty() &&
      !(V->isStaticLocal() && U.isReachedElsewhere(V)))
    O.Key = symbol(V, true);
  return O.Key ? std::optional<Object>(O) : std::nullopt;
}

static std::optional<Deed> deedOf(EventKind K) {
  switch (K) {
  case EventKind::Start:
    return Deed::Start;
  case EventKind::Post:
    return Deed::Post;
  case EventKind::Detach:
    return Deed::Detach;
  case EventKind::Join:
  case EventKind::TimedJoin:
    return Deed::Join;
  case EventKind::MoveOut:
  case EventKind::Escape:
  case EventKind::Reset:
  case EventKind::Release:
    return Deed::GiveOn;
  case EventKind::Signal:
  case EventKind::Decrement:
  case EventKind::Send:
  case EventKind::TimedSend:
  case EventKind::Close:
  case EventKind::StopPool:
  case EventKind::RequestStop:
    return Deed::Signal;
  case EventKind::CountUp:
    return Deed::CountUp;
  case EventKind::Wait:
  case EventKind::TimedWait:
  case EventKind::TryWait:
  case EventKind::Receive:
  case EventKind::TimedReceive:
    return Deed::Wait;
  case EventKind::Exit:
    return Deed::Exit;
  default:
    return std::nullopt;
  }
}

static bool isLoud(Deed D) {
  return D == Deed::Start || D == Deed::Post || D == Deed::Detach;
}

/// Whether the object is a member or variable with threads that have to be
/// joined before it is emptied.
bool Exporter::destroysThreads(const Event &E) {
  const ValueDecl *Last = E.Where ? E.Where.last() : nullptr;
  if (!Last || isa<ParmVarDecl>(Last) || Last->getType()->isPointerType())
    return false;
  const model::Type *T = U.heldType(Last->getType());
  return T && T->Role == model::Role::Thread &&
         T->OnDestroy == model::OnDestroy::Terminate;
}

std::optional<Effect> Exporter::effect(const Event &E, const FunctionDecl *F) {
  auto Does = deedOf(E.Kind);
  if (!Does)
    return std::nullopt;
  // What a visible callee starts or where it ends is told by itself.
  bool Own = E.OriginIn == F || !E.OriginIn;
  // A container of threads that is emptied does not wait for them.
  if (E.Kind == EventKind::Reset && destroysThreads(E))
    return std::nullopt;
  if (!Own && (isLoud(*Does) || *Does == Deed::Exit))
    return std::nullopt;
  // What a function of another unit does with it, its own facts tell.
  if (handedTo(U, E))
    return std::nullopt;
  // Counts of plain atomics are everywhere; only real signals end waits.
  if (E.Kind == EventKind::Signal || E.Kind == EventKind::Decrement ||
      *Does == Deed::CountUp)
    if (!E.Type || E.Type->Role == model::Role::Atomic)
      return std::nullopt;
  Effect Result;
  Result.Does = *Does;
  if (E.Where)
    if (auto On = object(E.Where, F))
      Result.On = *On;
  bool Nameless = Result.On.From == Root::None && !Result.On.Key;
  if (Nameless && !isLoud(*Does) && *Does != Deed::Exit)
    return std::nullopt;
  if (isLoud(*Does)) {
    Result.Task = E.Task ? TaskOf.lookup(E.Task) : 0;
    if (!Result.Task && Nameless)
      return std::nullopt;
  }
  Result.Later = E.InCallable;
  Result.Quick = E.Quick;
  const Stmt *At = E.Origin ? E.Origin : E.At;
  if (*Does == Deed::Exit && At) {
    Result.At = site(At->getBeginLoc());
    Result.Is = shown("joinery-incomplete-work", At->getBeginLoc());
  }
  return Result;
}

const FunctionCalls &Exporter::calls(const FunctionDecl *F) {
  std::unique_ptr<FunctionCalls> &Made = Calls[F];
  if (!Made)
    Made = std::make_unique<FunctionCalls>(callsOf(U, F));
  return *Made;
}

/// Whether a call can have to do with tasks: of code that is not seen, or of
/// visible code that has.
bool Exporter::isWorth(const OutCall &C) {
  if (!C.Callee)
    return true;
  const FunctionDecl *Definition = nullptr;
  if (!C.Callee->hasBody(Definition))
    return !C.Callee->isPureVirtual() || C.Virtual;
  if (C.Virtual)
    return true;
  return isWorth(Definition);
}

/// A cheap look at the end of a body, before its graph is made.
bool Exporter::mayNeverReturn(const FunctionDecl *F) {
  if (F->isNoReturn())
    return true;
  auto *Body = dyn_cast_or_null<CompoundStmt>(F->getBody());
  const Stmt *Last = Body && !Body->body_empty() ? Body->body_back() : nullptr;
  if (auto *Cleanups = dyn_cast_or_null<ExprWithCleanups>(Last))
    Last = Cleanups->getSubExpr();
  auto *C = dyn_cast_or_null<CallExpr>(Last);
  const FunctionDecl *Callee = C ? C->getDirectCallee() : nullptr;
  bool Ends = (Callee && Callee->isNoReturn()) ||
              isa_and_nonnull<ForStmt, WhileStmt, DoStmt>(Last);
  return Ends && neverReturns(A, F);
}

bool Exporter::isWorth(const FunctionDecl *F) {
  auto [At, New] = Worth.try_emplace(F, false); // Recursion adds nothing.
  if (!New)
    return At->second;
  bool Is = U.returnedAsync(F) != nullptr || F->isMain() || mayNeverReturn(F);
  for (const Expr *Lent : calls(F).Lent)
    Is = Is || U.isInteresting(Lent->getType());
  for (const Event &E : U.info(F).Events)
    Is = Is || effect(E, F).has_value();
  if (!Is)
    for (const OutCall &C : calls(F).Calls)
      if (isWorth(C)) {
        Is = true;
        break;
      }
  return Worth[F] = Is;
}

/// Whether the unit is the one that defines the function for the program: it
/// stands in the main file, or in a file that is included and not meant to be
/// by several (a unity build).
bool Exporter::isDefinedHere(const FunctionDecl *F) {
  if (isInMainFile(Sources.getFileLoc(F->getLocation()), Sources))
    return true;
  return !F->isInlined() && !F->isImplicitlyInstantiable() &&
         F->getTemplateSpecializationKind() == TSK_Undeclared;
}

/// The functions that the unit defines, and those of headers that they run.
void Exporter::choose() {
  std::vector<const FunctionDecl *> Work;
  auto Take = [&](const FunctionDecl *F) {
    const FunctionDecl *Definition = nullptr;
    if (F && F->hasBody(Definition) && !Definition->isDependentContext() &&
        !U.inSystemHeader(Definition->getLocation()) &&
        !U.lambdaOf(Definition) && Chosen.insert(Definition))
      Work.push_back(Definition);
  };
  for (const VarDecl *V : U.initialized())
    for (const FunctionDecl *F : namedIn(U, V->getInit()))
      Take(F);
  for (const FunctionDecl *F : U.functions())
    if (isDefinedHere(F))
      Take(F);
  while (!Work.empty()) {
    const FunctionDecl *F = Work.back();
    Work.pop_back();
    for (const OutCall &C : calls(F).Calls) {
      Take(C.Callee);
      // An object that is made can be called through its bases.
      if (auto *Made = dyn_cast_or_null<CXXConstructorDecl>(C.Callee))
        for (const CXXMethodDecl *M : Made->getParent()->methods())
          if (M->isVirtual())
            Take(M);
    }
  }
}

void Exporter::addTasks() {
  for (const Spawn *S : U.spawns()) {
    if (S->Through && !S->Forwarded)
      continue; // A call of a helper; the spawn inside it is the task.
    Task T;
    T.At = site(S->At->getBeginLoc());
    T.In = symbol(U.outermost(S->In), true);
    TaskAnswers Told = answersOf(A, *S);
    T.How = text(Told.How);
    T.Entry = text(Told.Entry);
    const FunctionDecl *Entry = S->Entry.Function;
    const FunctionDecl *Body = S->Entry.body();
    if (Body)
      T.EntryAt = site(S->Entry.Lambda ? S->Entry.Lambda->getBeginLoc()
                                       : Body->getLocation());
    else if (Entry && !U.inSystemHeader(Entry->getLocation()))
      T.EntryBody = symbol(Entry);
    if (S->Where == Fate::Stored)
      if (auto Handle = object(S->Handle, S->In))
        T.Handle = Handle->Key;
    if (S->Pool)
      if (auto Pool = object(S->Pool, S->In))
        T.Handle = Pool->Key;
    Tracking How = trackingOf(A, *S);
    T.Tells = How.Is == Tracking::Untracked ? Tracked::No : Tracked::Yes;
    for (const Place &P : signalsOf(A, *S)) {
      auto Named = object(P, nullptr);
      if (Named && Named->Key)
        T.Signals.push_back(Named->Key);
      else
        T.Tells = Tracked::Unknown;
    }
    if (T.Tells == Tracked::Yes && T.Signals.empty())
      T.Tells = Tracked::Unknown;
    T.CutOff = S->Type && S->Type->OnDestroy == model::OnDestroy::Abandon;
    T.MayFail = S->ReportsFailure;
    T.Daemon = A.Daemons.contains(S);
    T.Owner = answer(Told.Owner);
    T.Stop = answer(Told.Stop);
    T.Wait = answer(Told.Wait);
    T.Drop = answer(Told.Drop);
    T.Throw = answer(Told.Throw);
    T.Count = answer(Told.Count);
    T.Delay = answer(Told.Delay);
    Out.Tasks.push_back(std::move(T));
    TaskOf[S] = static_cast<uint32_t>(Out.Tasks.size());
  }
}

void Exporter::addEffects(const FunctionDecl *F, Function &To) {
  std::set<std::tuple<Deed, Object, uint32_t, bool>> Seen;
  auto Add = [&](const Event &E, const FunctionDecl *In, bool Later) {
    auto Made = effect(E, In);
    if (!Made)
      return;
    Made->Later |= Later;
    Made->Always = !Later && E.At && calls(F).Always.contains(E.At);
    if (hasPaths(F) && In == F)
      PathEffects[&E] = static_cast<uint32_t>(To.Effects.size());
    else if (!Seen.insert({Made->Does, Made->On, Made->Task, Made->Later})
                  .second)
      return;
    To.Effects.push_back(*Made);
  };
  const FunctionInfo &Info = U.info(F);
  To.Incomplete |= !Info.Done;
  for (const Event &E : Info.Events)
    Add(E, F, false);
  for (const Expr *Lent : calls(F).Lent) {
    Place P = U.isInteresting(Lent->getType()) ? U.placeOf(Lent) : Place();
    auto On = P ? object(P, F) : std::nullopt;
    if (!On || !On->Key)
      continue;
    Effect Made;
    Made.Does = Deed::GiveOn;
    Made.On = *On;
    To.Effects.push_back(Made);
  }
  for (const FunctionDecl *L : U.functions())
    if (L != F && U.lambdaOf(L) && U.outermost(L) == F)
      for (const Event &E : U.info(L).Events)
        Add(E, L, true);
}

void Exporter::addCalls(const FunctionDecl *F, Function &To) {
  std::set<std::tuple<SymbolId, bool, bool, bool>> Bare;
  const std::vector<OutCall> &Of = calls(F).Calls;
  for (size_t I = 0; I != Of.size(); ++I) {
    const OutCall &C = Of[I];
    if (!isWorth(C))
      continue;
    if (!C.Callee) {
      To.CallsKept = true;
      continue;
    }
    Call Made;
    Made.Callee = symbol(C.Callee);
    Made.Virtual = C.Virtual;
    Made.Later = C.Later;
    Made.Always = C.Always;
    Made.Answers = !C.Callee->getReturnType()->isVoidType();
    for (size_t N = 0; N != C.Arguments.size(); ++N) {
      const Expr *Arg = C.Arguments[N];
      QualType T = Arg->getType();
      if (!T->isPointerType() && !T->isRecordType() && !U.isInteresting(T))
        continue;
      Place P = U.placeOf(Arg);
      auto Is = P ? object(P, C.In) : std::nullopt;
      if (!Is)
        continue;
      Made.Arguments.push_back({static_cast<uint32_t>(N), *Is});
    }
    if (C.Object)
      if (Place P = U.placeOf(C.Object))
        if (auto Is = object(P, C.In);
            Is && (Is->Key || Is->From != Root::This))
          Made.Arguments.push_back({Argument::ThisIndex, *Is});
    if (hasPaths(F)) {
      Made.At = C.At ? site(C.At->getBeginLoc()) : Site();
      PathCalls[{F, I}] = static_cast<uint32_t>(To.Calls.size());
    } else if (Made.Arguments.empty() &&
               !Bare.insert(
                        {Made.Callee, Made.Virtual, Made.Later, Made.Always})
                    .second) {
      continue;
    }
    To.Calls.push_back(std::move(Made));
  }
}

void Exporter::addFunction(const FunctionDecl *F) {
  auto *Method = dyn_cast<CXXMethodDecl>(F);
  bool Overrides = Method && Method->size_overridden_methods() > 0;
  bool Here = isDefinedHere(F);
  if (!isWorth(F) && !Overrides) {
    // Who sees it in a header sees that it does nothing.
    if (F->isExternallyVisible() && Here)
      Out.Idle.push_back(Out.key(symbol(F)));
    return;
  }
  Function To;
  To.Name = symbol(F, true);
  To.Class = Method ? symbol(Method->getParent()) : 0;
  To.IsMain = F->isMain();
  To.IsBody = F == Body;
  To.ReturnsOf = symbol(returnedFrom(F));
  To.IsDestructor = isa<CXXDestructorDecl>(F);
  To.ReturnsAsync = U.returnedAsync(F) != nullptr;
  To.NeverReturns = mayNeverReturn(F);
  if (Overrides)
    for (const CXXMethodDecl *Base : Method->overridden_methods())
      To.Overrides.push_back(symbol(Base));
  addEffects(F, To);
  addCalls(F, To);
  // A message may name the place of what waits, or of main.
  if (!To.Effects.empty())
    To.At = site(F->getLocation());
  if (hasPaths(F))
    addPaths(F, To);
  Out.Functions.push_back(std::move(To));
}

/// Whether \p S runs at most once in a run of its function.
static bool runsOnce(const Stmt *S, const FunctionFlow &Flow) {
  for (const Stmt *P = S; P; P = Flow.parent(P))
    if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(P))
      return false;
  struct Jumps : RecursiveASTVisitor<Jumps> {
    bool Any = false;
    bool VisitGotoStmt(GotoStmt *) { return !(Any = true); }
    bool VisitIndirectGotoStmt(IndirectGotoStmt *) { return !(Any = true); }
  } In;
  In.TraverseStmt(Flow.function()->getBody());
  return !In.Any;
}

/// The function of this unit that main calls once, if nothing else that main
/// does has to do with tasks: the program ends when it returns.
const FunctionDecl *Exporter::bodyOf(const FunctionDecl *Main) {
  const OutCall *Only = nullptr;
  for (const OutCall &C : calls(Main).Calls) {
    if (!isWorth(C))
      continue;
    if (Only)
      return nullptr;
    Only = &C;
  }
  const FunctionDecl *Definition = nullptr;
  if (!Only || !Only->Callee || Only->Virtual || Only->Later || Only->Dies ||
      !isa_and_nonnull<CallExpr>(Only->At) ||
      !Only->Callee->hasBody(Definition) || Definition->isMain())
    return nullptr;
  if (auto *Method = dyn_cast<CXXMethodDecl>(Definition);
      Method && Method->isInstance())
    return nullptr;
  for (const FunctionDecl *F : U.functions())
    if (F == Main || (U.lambdaOf(F) && U.outermost(F) == Main))
      for (const Event &E : U.info(F).Events)
        if (auto Made = effect(E, F); Made && Made->Does != Deed::Exit)
          return nullptr;
  FunctionFlow *Flow = A.Paths.get(Main);
  return Flow && runsOnce(Only->At, *Flow) ? Definition : nullptr;
}

/// The function whose future is all that \p F can return, or null.
const FunctionDecl *Exporter::returnedFrom(const FunctionDecl *F) {
  const model::Type *Type = U.lookup().type(F->getReturnType());
  if (!Type || Type->Role != model::Role::Future)
    return nullptr;
  struct Returns : RecursiveASTVisitor<Returns> {
    const ReturnStmt *Only = nullptr;
    unsigned Count = 0;
    bool TraverseLambdaExpr(LambdaExpr *) { return true; }
    bool VisitReturnStmt(ReturnStmt *R) {
      Only = R;
      return ++Count;
    }
  } In;
  In.TraverseStmt(F->getBody());
  const Expr *Value = In.Count == 1 ? In.Only->getRetValue() : nullptr;
  auto *Call = Value ? dyn_cast<CallExpr>(valueOf(Value)) : nullptr;
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
  if (!Callee || (Method && Method->isVirtual()) ||
      U.inSystemHeader(Callee->getLocation()) ||
      !U.context().hasSameUnqualifiedType(Callee->getReturnType(),
                                          F->getReturnType()))
    return nullptr;
  return Callee;
}

void Exporter::addPaths(const FunctionDecl *F, const Function &To) {
  auto Groups = groupsOf(
      A, F, calls(F).Calls,
      [&](const OutCall &C) { return C.Callee && isWorth(C); },
      [&](const Event &E) {
        auto At = PathEffects.find(&E);
        return At != PathEffects.end() &&
               To.Effects[At->second].Does != Deed::Exit;
      });
  for (const PathGroup &G : Groups) {
    Group Made;
    Made.Shared = G.Shared;
    Made.OfBody = To.IsBody;
    for (const PathItem &I : G.Items) {
      Item One;
      for (size_t C : I.Calls)
        One.Calls.push_back(PathCalls.lookup({F, C}));
      for (const Event *E : I.Events)
        One.Effects.push_back(PathEffects.lookup(E));
      Made.Items.push_back(std::move(One));
    }
    for (const PathPoint &P : G.Points) {
      Point One;
      One.Before = P.Before ? static_cast<uint32_t>(*P.Before) : ~0u;
      One.At = site(P.At);
      One.ByCall = P.ByCall;
      One.Quick = P.Quick;
      One.Is = shown("joinery-incomplete-work", P.At);
      for (const PathSet &S : P.Paths)
        One.Paths.push_back(
            {static_cast<uint32_t>(S.Item), S.Asks, S.Avoids, story(S.Path)});
      if (!One.Paths.empty())
        Made.Points.push_back(std::move(One));
    }
    if (!Made.Points.empty())
      Out.Groups.push_back(std::move(Made));
  }
}

void Exporter::addConditionals() {
  auto All = [&](llvm::ArrayRef<const ValueDecl *> Decls) {
    std::vector<SymbolId> Result;
    for (const ValueDecl *D : Decls)
      Result.push_back(symbol(D, true));
    return Result;
  };
  for (const joinery::Conditional &C : A.Conditionals) {
    Conditional Made;
    Made.Is = shown(C.Check, C.At);
    if (Made.Is == Shown::No)
      continue;
    Made.Check = text(C.Check);
    Made.At = site(C.At);
    Made.Message = text(C.Message);
    Made.Story = story(C.Story);
    for (const auto &[Callee, Parameter] : C.If.NoneEnds)
      Made.If.NoneEnds.push_back({symbol(Callee), Parameter});
    Made.If.ReturnsAsync = symbol(C.If.ReturnsAsync);
    Made.If.Started = symbol(C.If.Started);
    Made.If.Destructor = symbol(C.If.Destructor);
    Made.If.Member = symbol(C.If.Member);
    Made.If.NobodyWaits = All(C.If.NobodyWaits);
    Made.If.NobodyEnds = All(C.If.NobodyEnds);
    Made.If.NobodySignals = All(C.If.NobodySignals);
    for (const FunctionDecl *F : C.If.Seen)
      Made.If.Seen.push_back(symbol(F));
    Out.Conditionals.push_back(std::move(Made));
  }
}

void Exporter::addStatics() {
  for (const VarDecl *V : U.initialized())
    for (const FunctionDecl *F : namedIn(U, V->getInit())) {
      SymbolId S = symbol(F);
      if (!llvm::is_contained(Out.Named, S))
        Out.Named.push_back(S);
    }
  for (const VarDecl *V : U.globals())
    for (const CXXDestructorDecl *D : destroyedWith(U, V->getType())) {
      SymbolId S = symbol(D);
      if (!llvm::is_contained(Out.Statics, S))
        Out.Statics.push_back(S);
    }
}

UnitFacts Exporter::run() {
  std::string Main = mainFileName(Sources);
  UnitName = Main.empty() ? "" : relativeName(Main, Options.Directory);
  Out.Name = text(UnitName);
  choose();
  addTasks();
  for (const FunctionDecl *F : Chosen)
    if (F->isMain())
      Body = bodyOf(F);
  for (const FunctionDecl *F : Chosen)
    addFunction(F);
  addConditionals();
  addStatics();
  llvm::sort(Out.Idle);
  Out.Idle.erase(llvm::unique(Out.Idle), Out.Idle.end());
  llvm::sort(Out.Functions, [&](const Function &L, const Function &R) {
    return Out.key(L.Name) < Out.key(R.Name);
  });
  return std::move(Out);
}

UnitFacts exportUnit(Analysis &A, const ExportOptions &Options) {
  return Exporter(A, Options).run();
}

} // namespace joinery::facts
