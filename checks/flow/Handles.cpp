//===- Handles.cpp - The life of a handle on the paths of a function ------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Handles.h"
#include "task/Extract.h"
#include "clang/Lex/Lexer.h"

#include <set>

using namespace clang;

namespace joinery {

llvm::SmallVector<const Spawn *, 4> tasksOf(Analysis &A, const FunctionDecl *F,
                                            const Event &E) {
  Unit &U = A.Tasks;
  llvm::SmallVector<const Spawn *, 4> Tasks;
  auto Add = [&](const Spawn *S) {
    if (S && !llvm::is_contained(Tasks, S))
      Tasks.push_back(S);
  };
  if (E.Self) {
    for (const Spawn *S : U.spawns())
      if (S->Entry.body() == F)
        Add(S);
    return Tasks;
  }
  if (E.Task && (!E.Where || E.Where.base() == Place::Base::Temporary)) {
    Add(E.Task);
    return Tasks;
  }
  const VarDecl *V = E.Where.variable();
  bool Local = V && V->hasLocalStorage();
  auto Look = [&](const FunctionDecl *In) {
    for (const Event &Other : U.info(In).Events)
      if (Other.Kind == EventKind::Start &&
          (Other.Where.touches(E.Where) ||
           (!Local && mayBeSameObject(Other.Where, E.Where))))
        Add(Other.Task);
  };
  if (Local) {
    Look(F);
    // A captured handle was started in a function around this one.
    if (Tasks.empty())
      if (const FunctionDecl *Outer = U.outermost(F); Outer && Outer != F)
        Look(Outer);
    return Tasks;
  }
  for (const FunctionDecl *In : U.functions())
    Look(In);
  return Tasks;
}

bool provesFailure(const Expr *Condition, bool Truth, const Expr *Call,
                   FunctionFlow &Flow, int64_t Success) {
  bool Speaks = false;
  auto Value = valueWhen(Condition, Call, Success, Flow.function(), Speaks);
  return Speaks && Value && (*Value != 0) != Truth;
}

namespace {
struct Comparison {
  const Expr *Left, *Right;
  bool Equal;
};
} // namespace

/// The sides of `a == b` and `a != b` between objects.
static std::optional<Comparison> comparedInCall(const Expr *E) {
  bool Negated = false;
  if (auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(E)) {
    auto Form = Rewritten->getDecomposedForm();
    if (Form.Opcode != BO_EQ && Form.Opcode != BO_NE)
      return std::nullopt;
    return Comparison{valueOf(Form.LHS), valueOf(Form.RHS),
                      Form.Opcode == BO_EQ};
  }
  auto *Call = dyn_cast<CXXOperatorCallExpr>(E);
  if (!Call || Call->getNumArgs() != 2)
    return std::nullopt;
  if (Call->getOperator() == OO_ExclaimEqual)
    Negated = true;
  else if (Call->getOperator() != OO_EqualEqual)
    return std::nullopt;
  return Comparison{valueOf(Call->getArg(0)), valueOf(Call->getArg(1)),
                    !Negated};
}

/// `nullptr`, or what stands for an optional without a value.
static bool isNullValue(Unit &U, const Expr *E, const Expr *Tested) {
  if (E->IgnoreParenImpCasts()->isNullPointerConstant(
          const_cast<ASTContext &>(U.context()),
          Expr::NPC_NeverValueDependent) != Expr::NPCK_NotNull)
    return true;
  const model::Type *M = U.lookup().type(Tested->getType());
  const CXXRecordDecl *R = E->getType()->getAsCXXRecordDecl();
  return M && M->Role == model::Role::Value && R && R->hasDefinition() &&
         R->isEmpty() && U.inSystemHeader(R->getLocation());
}

std::optional<bool> nullTest(const Expr *Condition, bool Truth,
                             const Place &Subject, Unit &U) {
  const Expr *E = valueOf(Condition);
  const Expr *Tested = E;
  bool NonNull = Truth;
  std::optional<Comparison> Sides = comparedInCall(E);
  if (auto *B = dyn_cast<BinaryOperator>(E); B && B->isEqualityOp())
    Sides = Comparison{valueOf(B->getLHS()), valueOf(B->getRHS()),
                       B->getOpcode() == BO_EQ};
  if (Sides)
    for (auto [Side, Other] : {std::pair(Sides->Left, Sides->Right),
                               std::pair(Sides->Right, Sides->Left)})
      if (isNullValue(U, Other, Side)) {
        Tested = Side;
        NonNull = Sides->Equal != Truth;
        break;
      }
  bool IsNullTest = Tested != E || Tested->getType()->isPointerType();
  if (auto *Member = dyn_cast<CXXMemberCallExpr>(Tested))
    if (const CXXMethodDecl *M = Member->getMethodDecl()) {
      IsNullTest |= isa<CXXConversionDecl>(M);
      // optional::has_value
      if (auto Meaning = U.lookup().call(M);
          Meaning && Meaning->Does == model::Op::Joinable && Meaning->OfType &&
          Meaning->OfType->Role == model::Role::Value) {
        IsNullTest = true;
        Tested = Member->getImplicitObjectArgument();
      }
    }
  if (!IsNullTest || U.placeOf(Tested) != Subject)
    return std::nullopt;
  return NonNull;
}

std::optional<bool> emptyTest(const Expr *Condition, bool Truth,
                              const Place &Subject, Unit &U) {
  const Expr *E = valueOf(Condition);
  auto Asked = [&](const Expr *Part) -> const CXXMethodDecl * {
    auto *Call = dyn_cast<CXXMemberCallExpr>(valueOf(Part));
    const CXXMethodDecl *M = Call ? Call->getMethodDecl() : nullptr;
    if (!M || !M->isConst() || Call->getNumArgs() != 0 ||
        !U.inSystemHeader(M->getLocation()) ||
        !U.isContainer(Call->getImplicitObjectArgument()->getType()) ||
        U.placeOf(Call->getImplicitObjectArgument()) != Subject)
      return nullptr;
    return M;
  };
  if (const CXXMethodDecl *M = Asked(E)) {
    QualType T = M->getReturnType();
    if (T->isBooleanType())
      return Truth;
    return T->isIntegerType() ? std::optional<bool>(!Truth) : std::nullopt;
  }
  auto *B = dyn_cast<BinaryOperator>(E);
  if (!B || !B->isComparisonOp())
    return std::nullopt;
  BinaryOperatorKind Op = B->getOpcode();
  const Expr *Number = B->getRHS();
  const CXXMethodDecl *M = Asked(B->getLHS());
  if (!M) {
    M = Asked(B->getRHS());
    Number = B->getLHS();
    if (!B->isEqualityOp())
      Op = BinaryOperator::reverseComparisonOp(Op);
  }
  Expr::EvalResult Value;
  if (!M || !M->getReturnType()->isIntegerType() ||
      Number->isValueDependent() || !Number->EvaluateAsInt(Value, U.context()))
    return std::nullopt;
  bool Zero = Value.Val.getInt().isZero(), One = Value.Val.getInt() == 1;
  if (Zero && (Op == BO_EQ || Op == BO_LE))
    return Truth;
  if ((Zero && (Op == BO_NE || Op == BO_GT)) || (One && Op == BO_GE))
    return !Truth;
  if (One && Op == BO_LT)
    return Truth;
  return std::nullopt;
}

namespace {

/// Whether a path has tested that a variable is not zero: `if (rc) return rc;`
bool isKnownNonZero(const Expr *Value, const Trail *Path) {
  auto *Ref = dyn_cast<DeclRefExpr>(valueOf(Value));
  for (const Trail *T = Path; T && Ref; T = T->Before) {
    const Expr *C = T->Condition ? valueOf(T->Condition) : nullptr;
    bool Truth = T->Truth;
    for (auto *Not = dyn_cast_or_null<UnaryOperator>(C);
         Not && Not->getOpcode() == UO_LNot; Not = dyn_cast<UnaryOperator>(C)) {
      C = valueOf(Not->getSubExpr());
      Truth = !Truth;
    }
    if (auto *B = dyn_cast_or_null<BinaryOperator>(C);
        B && B->isComparisonOp()) {
      Expr::EvalResult R;
      if (B->getRHS()->isValueDependent() ||
          !B->getRHS()->EvaluateAsInt(R, Ref->getDecl()->getASTContext()) ||
          !R.Val.getInt().isZero())
        continue;
      if (B->getOpcode() == BO_EQ)
        Truth = !Truth;
      else if (B->getOpcode() != BO_NE && B->getOpcode() != BO_LT &&
               B->getOpcode() != BO_GT)
        continue;
      C = valueOf(B->getLHS());
    }
    auto *Tested = dyn_cast_or_null<DeclRefExpr>(C);
    if (Tested && Tested->getDecl() == Ref->getDecl())
      return Truth;
  }
  return false;
}

/// On which paths of a callee a task is started, and what they return.
class StartedQuestion : public PathQuestion {
public:
  /// \p Start: the start, or the detach, as the caller sees it.
  StartedQuestion(FunctionFlow &Flow, const Event &Start)
      : Flow(Flow), Start(Start) {}

  void visit(const Stmt *S, State Now,
             llvm::SmallVectorImpl<State> &Next) override {
    for (const Event *E : Flow.at(S))
      if (E->Kind == Start.Kind && E->Origin == Start.Origin)
        Now = 1;
    Next.push_back(Now);
  }

  State leaveLoop(const Stmt *Loop, State Now) override {
    for (const Event &E : Flow.events())
      if (E.Kind == Start.Kind && E.Origin == Start.Origin && E.Loop == Loop)
        return 1;
    return Now;
  }

  void exit(const PathExit &Exit, State Now) override {
    if (Exit.How == PathExit::Throw)
      return;
    (Now ? With : Without).Any = true;
    Outcome &Mine = Now ? With : Without;
    auto *Return = dyn_cast_or_null<ReturnStmt>(Exit.At);
    const Expr *Value = Return ? Return->getRetValue() : nullptr;
    Expr::EvalResult R;
    if (!Value || Value->isValueDependent() ||
        !Value->getType()->isIntegralOrEnumerationType() ||
        !Value->EvaluateAsInt(R, Flow.unit().context()) ||
        R.Val.getInt().getSignificantBits() > 64) {
      if (Value && isKnownNonZero(Value, Exit.Path))
        Mine.NonZero = true;
      else
        Mine.Unclear = true;
    } else
      Mine.Values.insert(R.Val.getInt().extOrTrunc(64).getSExtValue());
  }

  struct Outcome {
    bool Any = false, Unclear = false, NonZero = false;
    std::set<int64_t> Values;
  };
  Outcome With, Without;

private:
  FunctionFlow &Flow;
  const Event &Start;
};

} // namespace

StartsOn startsOn(Analysis &A, FunctionFlow &Flow, const Event &E) {
  StartsOn Result;
  if (E.OriginIn == Flow.function() || !E.Origin || !E.At)
    return Result;
  // The callee that it was found through.
  const FunctionDecl *Callee = nullptr;
  for (const Called &Call : A.Tasks.info(Flow.function()).Calls)
    if (Call.At == E.At && Call.Frame.Callee)
      for (const Event &Inner : A.Tasks.info(Call.Frame.Callee).Events)
        if (Inner.Kind == E.Kind && Inner.Origin == E.Origin)
          Callee = Call.Frame.Callee;
  FunctionFlow *Inside = Callee ? A.Paths.get(Callee) : nullptr;
  if (!Inside)
    return Result;
  StartedQuestion Q(*Inside, E);
  if (!followPaths(*Inside, Q) || !Q.With.Any || !Q.Without.Any)
    return Result;
  Result.All = false;
  if (!Q.With.Unclear && !Q.Without.Unclear && !Q.With.NonZero &&
      Q.With.Values.size() == 1 &&
      (!Q.Without.NonZero || *Q.With.Values.begin() == 0) &&
      !Q.Without.Values.count(*Q.With.Values.begin()))
    Result.Result = *Q.With.Values.begin();
  // A callee that says nothing leaves it to the caller to look.
  if (Callee->getReturnType()->isVoidType())
    Result.All = true;
  return Result;
}

/// Whether tasks are started into \p Subject in a loop that \p Root outlives.
static bool startsInLoop(Unit &U, FunctionFlow &Flow, const Place &Subject,
                         const VarDecl *Root) {
  for (const Event &E : U.info(Flow.function()).Events)
    if (E.Kind == EventKind::Start && E.Loop && E.Where == Subject &&
        !(Flow.declaration(Root) &&
          Flow.isAncestor(E.Loop, Flow.declaration(Root))))
      return true;
  return false;
}

std::optional<Handing> handedTo(Unit &U, const Event &E) {
  if (E.Kind != EventKind::Escape || E.InCallable || E.Guard ||
      E.Origin != E.At || !E.Where)
    return std::nullopt;
  auto *Call = dyn_cast_or_null<CallExpr>(E.Origin);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
  if (!Callee || Callee->hasBody() || isa<CXXOperatorCallExpr>(Call) ||
      (Method && Method->isVirtual()) || !Callee->isExternallyVisible() ||
      U.inSystemHeader(Callee->getLocation()))
    return std::nullopt;
  std::optional<Handing> Result;
  for (unsigned I = 0; I != Call->getNumArgs(); ++I)
    if (U.placeOf(Call->getArg(I)) == E.Where) {
      if (Result || I >= Callee->getNumParams())
        return std::nullopt;
      Result = Handing{Callee, I};
    }
  return Result;
}

HandleQuestion::HandleQuestion(Analysis &A, FunctionFlow &Flow, Place Subject,
                               const VarDecl *Owner, HandleState First,
                               bool Beyond)
    : A(A), Flow(Flow), Subject(std::move(Subject)), Owner(Owner), First(First),
      Beyond(Beyond) {
  Unit &U = A.Tasks;
  if (const ValueDecl *Last = this->Subject.last())
    IsContainer = U.isContainer(Last->getType());
  for (const ValueDecl *D : this->Subject.path())
    IsContainer |= U.isContainer(D->getType());
  if (Owner) {
    IsContainer |= U.isContainer(Owner->getType());
    QualType T = Owner->getType();
    HasDestructor = T.isDestructedType() == QualType::DK_cxx_destructor;
    Locals.push_back(Owner);
  }
  // Several of a heap array, started in a loop: `workers[i].thread`; a pointer
  // that is stepped or assigned leads to several as well.
  if (const VarDecl *Root = this->Subject.variable();
      Root && Root->getType()->isPointerType())
    IsContainer |= startsInLoop(U, Flow, this->Subject, Root);
  llvm::SmallPtrSet<const Stmt *, 4> StartingLoops;
  for (const Event &E : U.info(Flow.function()).Events)
    if (E.Kind == EventKind::Start && E.Where.touches(this->Subject))
      for (const Stmt *S = E.At; S; S = Flow.parent(S))
        StartingLoops.insert(S);
  for (const Event &E : U.info(Flow.function()).Events) {
    if (!E.Where || !E.Where.touches(this->Subject))
      continue;
    if (E.Kind == EventKind::Start && isa_and_nonnull<Expr>(E.At)) {
      if (E.Status) {
        ReportingStarts.push_back({&E, E.Success});
      } else if (StartsOn On = startsOn(A, Flow, E); !On.All) {
        if (On.Result)
          ReportingStarts.push_back({&E, On.Result});
        else
          DoubtfulStarts.insert(&E);
      }
    }
    if (E.Guard) {
      auto &List = Guards[E.Guard];
      if (List.empty() && E.Guard != Owner)
        Locals.push_back(E.Guard);
      List.push_back(&E);
    }
    if (auto To = handedTo(U, E)) {
      Handings.push_back(*To);
      if (Beyond)
        continue;
    }
    // What a loop does to elements it does to all of them.
    bool Ends = E.Kind == EventKind::Join || E.Kind == EventKind::TimedJoin ||
                E.Kind == EventKind::Detach || E.Kind == EventKind::MoveOut ||
                E.Kind == EventKind::Escape;
    if (E.Loop && Ends && IsContainer) {
      EndingLoops.insert(E.Loop);
      // A loop over containers of them as well.
      for (const Stmt *S = Flow.parent(E.Loop); S; S = Flow.parent(S))
        if (!StartingLoops.contains(S))
          EndingLoops.insert(S);
    }
  }
  const SourceManager &Sources = U.context().getSourceManager();
  llvm::sort(Locals, [&](const VarDecl *L, const VarDecl *R) {
    return L != R && Sources.isBeforeInTranslationUnit(L->getLocation(),
                                                       R->getLocation());
  });
}

void HandleQuestion::lose(Loss::Kind How, SourceLocation At,
                          const Trail *Path) {
  for (const Loss &L : Losses)
    if (L.How == How && L.At == At)
      return;
  Losses.push_back({How, At, Path});
}

PathQuestion::State HandleQuestion::apply(const Event &E, const Stmt *S,
                                          State Now) {
  auto Is = [&](HandleState H) { return Now == static_cast<State>(H); };
  auto To = [](HandleState H) { return static_cast<State>(H); };
  if (!E.Where || !E.Where.touches(Subject))
    return Now;
  // Whether and when a callable that is kept runs is not known.
  if (E.InCallable)
    return To(HandleState::Gone);
  switch (E.Kind) {
  case EventKind::Start:
    if (Is(HandleState::Running) && E.Where == Subject && !E.Element &&
        !IsContainer && !StartedHere)
      lose(Loss::Overwritten, operationAt(S), Here);
    // Whether a callee started it is for the callee's author to know.
    if (DoubtfulStarts.contains(&E))
      return To(HandleState::Gone);
    return Is(HandleState::Gone) ? Now : To(HandleState::Running);
  case EventKind::Join:
  case EventKind::TimedJoin:
  case EventKind::Detach:
    return Is(HandleState::Gone) ? Now : To(HandleState::Done);
  case EventKind::MoveOut:
    // What was moved from can be started anew.
    return E.Where == Subject && !IsContainer ? To(HandleState::Empty)
                                              : To(HandleState::Gone);
  case EventKind::Escape:
    return Beyond && handedTo(A.Tasks, E) ? Now : To(HandleState::Gone);
  case EventKind::Reset:
    if (!E.Where.within(Subject) && !Subject.within(E.Where))
      return Now;
    if (Is(HandleState::Running))
      lose(E.Element ? Loss::Overwritten : Loss::Cleared, operationAt(S), Here);
    return Is(HandleState::Gone) ? Now : To(HandleState::Empty);
  case EventKind::Release: {
    if (Is(HandleState::Running) &&
        isa_and_nonnull<CompoundStmt>(Flow.parent(S)))
      lose(Loss::Released, operationAt(S), Here);
    return To(HandleState::Gone);
  }
  default:
    return Now;
  }
}

void HandleQuestion::visit(const Stmt *S, State Now,
                           llvm::SmallVectorImpl<State> &Next) {
  if (auto *D = dyn_cast<DeclStmt>(S); D && Owner && !HasDestructor)
    for (const Decl *One : D->decls())
      if (One == Owner && !Owner->getInit() &&
          Now == static_cast<State>(HandleState::Running)) {
        // The next round of a loop takes a new handle.
        lose(Loss::Leaked, Owner->getLocation(), Here);
        Now = static_cast<State>(HandleState::Empty);
      }
  StartedHere = false;
  for (const Event *E : Flow.at(S)) {
    if (E->Guard)
      continue;
    if (E->Kind == EventKind::Exit || E->Kind == EventKind::BlockForever)
      return; // Nothing is destroyed after this, or nothing comes after it.
    Now = apply(*E, S, Now);
    StartedHere |= E->Kind == EventKind::Start;
  }
  Next.push_back(Now);
}

static bool isDefaultMade(const Expr *E) {
  if (auto *List = dyn_cast<InitListExpr>(E))
    return List->getNumInits() == 0;
  auto *C = dyn_cast<CXXConstructExpr>(E);
  return isa<CXXScalarValueInitExpr>(E) ||
         (C && C->getConstructor()->isDefaultConstructor());
}

std::optional<PathQuestion::State>
HandleQuestion::refine(const Expr *Condition, bool Truth, State Now) {
  auto Is = [&](HandleState H) { return Now == static_cast<State>(H); };
  const Expr *E = valueOf(Condition);
  for (const Event *Seen : Flow.at(E)) {
    if (!Seen->Where.valid() || !Seen->Where.touches(Subject))
      continue;
    if (Seen->Kind == EventKind::Test) {
      if (Truth && (Is(HandleState::Empty) || Is(HandleState::Done)) &&
          !IsContainer)
        return std::nullopt;
      if (!Truth && Is(HandleState::Running))
        return std::nullopt;
      return Now;
    }
  }
  if (auto Compared = comparedInCall(E)) {
    const auto &[Left, Right, Equal] = *Compared;
    Unit &U = A.Tasks;
    bool Same = Truth == Equal;
    // handle.get_id() == thread::id()
    for (auto [Id, Empty] : {std::pair(Left, Right), std::pair(Right, Left)})
      for (const Event *Seen : Flow.at(Id))
        if (Seen->Kind == EventKind::Test && Seen->Where.touches(Subject) &&
            isDefaultMade(Empty)) {
          if (Is(Same ? HandleState::Running : HandleState::Empty) &&
              !IsContainer)
            return std::nullopt;
          return Now;
        }
    // found == container.end(): the element is not there.
    if (IsContainer && Same && Is(HandleState::Running) &&
        U.isIterator(Left->getType()) && U.placeOf(Left) == Subject &&
        U.placeOf(Right) == Subject)
      return static_cast<State>(HandleState::Empty);
  }
  if (auto NonNull = nullTest(E, Truth, Subject, A.Tasks);
      NonNull && !IsContainer) {
    if (Is(*NonNull ? HandleState::Empty : HandleState::Running))
      return std::nullopt;
    return Now;
  }
  if (IsContainer && Is(HandleState::Running))
    if (auto Empty = emptyTest(E, Truth, Subject, A.Tasks); Empty && *Empty)
      return static_cast<State>(HandleState::Empty);
  // auto [position, isNew] = threads.try_emplace(...): nothing was started.
  if (auto *Ref = dyn_cast<DeclRefExpr>(E); Ref && !Truth)
    if (auto *Binding = dyn_cast<BindingDecl>(Ref->getDecl());
        Binding && Is(HandleState::Running))
      if (auto *All = dyn_cast_or_null<VarDecl>(Binding->getDecomposedDecl()))
        for (const Event &Start : Flow.events())
          if (Start.Kind == EventKind::Start && All->getInit() &&
              Start.At == valueOf(All->getInit()) &&
              Start.Where.touches(Subject))
            return static_cast<State>(HandleState::Empty);
  // A C call that did not start the task.
  if (Is(HandleState::Running))
    for (const auto &[Start, Success] : ReportingStarts) {
      auto *Call = cast<Expr>(Start->At);
      if (Success) {
        if (provesFailure(E, Truth, Call, Flow, *Success))
          return static_cast<State>(HandleState::Empty);
        continue;
      }
      // A result whose meaning is not known has been looked at.
      bool Speaks = false;
      valueWhen(E, Call, 0, Flow.function(), Speaks);
      if (Speaks)
        return static_cast<State>(HandleState::Gone);
    }
  return Now;
}

PathQuestion::State HandleQuestion::leaveLoop(const Stmt *Loop, State Now) {
  if (Now == static_cast<State>(HandleState::Running) &&
      EndingLoops.count(Loop))
    return static_cast<State>(HandleState::Done);
  return Now;
}

PathQuestion::State HandleQuestion::destroy(const VarDecl *V, const Stmt *Cause,
                                            bool Unwinding, const Trail *Path,
                                            State Now) {
  if (auto Found = Guards.find(V); Found != Guards.end()) {
    const Trail *Saved = Here;
    Here = Path;
    for (const Event *E : Found->second)
      Now = apply(*E, E->At, Now);
    Here = Saved;
  }
  if (V != Owner)
    return Now;
  if (Now == static_cast<State>(HandleState::Running) && HasDestructor) {
    SourceLocation At;
    if (Cause)
      At = isa<CompoundStmt>(Cause) ? Cause->getEndLoc() : Cause->getBeginLoc();
    lose(Unwinding ? Loss::Unwound : Loss::ScopeEnd, At, Path);
  }
  return static_cast<State>(HandleState::Empty);
}

void HandleQuestion::exit(const PathExit &Exit, State Now) {
  if (Now != static_cast<State>(HandleState::Running))
    return;
  if (!Owner) {
    // [except.ctor]p3: what was made is destroyed, and the destructor of an
    // object that another constructor has not made before does not run.
    auto *Constructor = dyn_cast<CXXConstructorDecl>(Flow.function());
    if (Constructor && !Constructor->isDelegatingConstructor() &&
        Exit.How == PathExit::Throw && Subject.isThis())
      lose(Loss::Unwound, Exit.Location, Exit.Path);
    return;
  }
  // Clang's graph has no destructors of parameters.
  if (HasDestructor && isa<ParmVarDecl>(Owner) && Exit.How != PathExit::Throw)
    return lose(Loss::ScopeEnd, Exit.Location, Exit.Path);
  if (HasDestructor)
    return;
  if (Exit.How != PathExit::Throw)
    lose(Loss::Leaked, Exit.Location, Exit.Path);
}

std::vector<std::pair<SourceLocation, std::string>>
tellPath(const Trail *Path, const ASTContext &Context, unsigned Limit) {
  std::vector<std::pair<SourceLocation, std::string>> Result;
  const SourceManager &Sources = Context.getSourceManager();
  for (; Path && Result.size() < Limit; Path = Path->Before) {
    if (!Path->Condition)
      continue;
    if (isa<SwitchStmt>(Path->Terminator)) {
      CharSourceRange Range =
          CharSourceRange::getTokenRange(Path->Condition->getSourceRange());
      StringRef Text =
          Lexer::getSourceText(Range, Sources, Context.getLangOpts());
      Result.push_back({Path->Condition->getBeginLoc(),
                        ("case '" + Text + "' is taken").str()});
      continue;
    }
    if (isa<ForStmt, CXXForRangeStmt>(Path->Terminator))
      continue;
    CharSourceRange Range =
        CharSourceRange::getTokenRange(Path->Condition->getSourceRange());
    StringRef Text =
        Lexer::getSourceText(Range, Sources, Context.getLangOpts());
    if (Text.empty() || Text.size() > 80 || Text.contains('\n'))
      Text = "the condition";
    std::string Shown =
        Text == "the condition" ? Text.str() : "'" + Text.str() + "'";
    Result.push_back({Path->Condition->getBeginLoc(),
                      Shown + (Path->Truth ? " holds" : " does not hold")});
  }
  std::reverse(Result.begin(), Result.end());
  return Result;
}

} // namespace joinery
