//===- PathEngine.cpp - What can happen on a path -------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/PathEngine.h"
#include "flow/PathFacts.h"
#include "task/Bounds.h"
#include "task/Extract.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"
#include <set>

using namespace clang;

namespace joinery {

PathQuestion::~PathQuestion() = default;

/// Bounds; what goes beyond them is not answered.
static constexpr unsigned MaxStatesPerBlock = 24;
static constexpr unsigned MaxVisits = 60000;

namespace {

struct Node {
  PathQuestion::State Value = 0;
  Facts Known;
  const Trail *Path = nullptr;
};

} // namespace

class PathEngine {
public:
  PathEngine(FunctionFlow &Flow, PathQuestion &Q)
      : Flow(Flow), Q(Q), Context(Flow.U.context()), Table(Context) {}

  bool run();

private:
  void countFacts();
  const Expr *refTo(const VarDecl *V) const;
  void enter(const CFGBlock *To, Node N);
  void process(const CFGBlock *B, Node N);
  void branch(const CFGBlock *B, const Node &N, const Stmt *Return);
  bool assume(const Expr *Condition, bool Truth, Node &N, unsigned Depth);
  bool learnWhole(const Expr *Part, bool Truth, Node &N);
  bool learnCase(unsigned Id, const SwitchStmt *Switch, const Expr *Value,
                 Node &N);
  void raise(const Stmt *S, QualType Thrown, Node N);
  void unwind(const Stmt *S, const Stmt *Until, Node &N);
  void assign(const Stmt *S, Node &N);
  enum class Counting : unsigned char { No, Up, BothWays };
  Counting countingOf(const VarDecl *V);
  std::optional<Shape> shape(const Expr *E);
  void learnStep(const Expr *Counter, const Stmt *Step, bool Up,
                 const Facts &Before, Node &N);
  const Trail *extend(const Trail *Before, const Stmt *Terminator,
                      const Expr *Condition, bool Truth) {
    Q.Trails.push_back({Terminator, Condition, Truth, Before});
    return &Q.Trails.back();
  }

  FunctionFlow &Flow;
  PathQuestion &Q;
  const ASTContext &Context;
  FactTable Table;
  llvm::DenseMap<const CFGBlock *, llvm::SmallVector<Node, 2>> Seen;
  std::set<std::pair<unsigned, const CFGBlock *>> Work;
  llvm::DenseMap<const CFGBlock *, llvm::SmallVector<PathQuestion::State, 2>>
      Pending;
  llvm::DenseMap<const VarDecl *, Counting> Counters;
  unsigned Visits = 0;
  bool Complete = true;
};

/// The `&&` or `||` whose operand the condition is, negations aside.
static const BinaryOperator *wholeOf(const Expr *Part, FunctionFlow &Flow) {
  for (const Stmt *P = Flow.parent(Part); P; P = Flow.parent(P)) {
    if (auto *B = dyn_cast<BinaryOperator>(P))
      return B->isLogicalOp() ? B : nullptr;
    auto *Not = dyn_cast<UnaryOperator>(P);
    if (!isa<ParenExpr, ImplicitCastExpr, ExprWithCleanups>(P) &&
        !(Not && Not->getOpcode() == UO_LNot))
      return nullptr;
  }
  return nullptr;
}

/// Once a part has decided it, the whole condition is a fact of its own: both
/// sides of `a || b` lead to one state, in which neither is known.
bool PathEngine::learnWhole(const Expr *Part, bool Truth, Node &N) {
  for (const BinaryOperator *Whole = wholeOf(Part, Flow); Whole;
       Part = Whole, Whole = wholeOf(Part, Flow)) {
    for (const Stmt *P = Flow.parent(Part); P != Whole; P = Flow.parent(P))
      if (isa<UnaryOperator>(P))
        Truth = !Truth;
    bool Last = Flow.isAncestor(Whole->getRHS(), Part);
    if (!Last && Truth != (Whole->getOpcode() == BO_LOr))
      return true; // The other side decides.
    if (auto Id = Table.find(Whole))
      if (!learn(N.Known, *Id, 0, !Truth))
        return false;
  }
  return true;
}

/// A reference to a variable, as code would name it.
const Expr *PathEngine::refTo(const VarDecl *V) const {
  return DeclRefExpr::Create(Context, NestedNameSpecifierLoc(),
                             SourceLocation(), const_cast<VarDecl *>(V), false,
                             SourceLocation(),
                             V->getType().getNonReferenceType(), VK_LValue);
}

void PathEngine::countFacts() {
  for (const CFGBlock *B : Flow.graph()) {
    if (!B)
      continue;
    if (const Expr *C = FunctionFlow::conditionOf(B)) {
      if (isa_and_nonnull<SwitchStmt>(B->getTerminatorStmt())) {
        if (isStable(C))
          Table.count(C, true);
      } else if (auto S = shape(C)) {
        Table.count(S->Left, true);
      }
      // The whole of `a || b` is decided where its last operand is.
      const Expr *Part = C;
      for (const BinaryOperator *Whole = wholeOf(Part, Flow);
           Whole && Flow.isAncestor(Whole->getRHS(), Part);
           Part = Whole, Whole = wholeOf(Part, Flow))
        if (isStable(Whole))
          Table.count(Whole, true);
    }
    for (const CFGElement &Element : *B) {
      auto S = Element.getAs<CFGStmt>();
      if (!S)
        continue;
      if (auto *D = dyn_cast<DeclStmt>(S->getStmt()); D && D->isSingleDecl())
        if (auto *V = dyn_cast<VarDecl>(D->getSingleDecl());
            V && V->getInit() && !V->getType()->isReferenceType() &&
            V->getType()->isIntegralOrEnumerationType() &&
            constantOf(V->getInit(), Context))
          Table.count(refTo(V), false);
      if (auto *A = dyn_cast<BinaryOperator>(S->getStmt());
          A && A->getOpcode() == BO_Assign && isStable(A->getLHS()) &&
          constantOf(A->getRHS(), Context))
        Table.count(A->getLHS(), false);
    }
  }
  Table.finish();
}

bool PathEngine::run() {
  countFacts();
  Node First;
  First.Value = Q.initial();
  enter(&Flow.graph().getEntry(), First);
  while (!Work.empty() && Complete) {
    const CFGBlock *B = Work.begin()->second;
    Work.erase(Work.begin());
    llvm::SmallVector<PathQuestion::State, 2> Todo;
    std::swap(Todo, Pending[B]);
    for (PathQuestion::State Value : Todo) {
      if (++Visits > MaxVisits) {
        Complete = false;
        break;
      }
      for (const Node &N : Seen[B])
        if (N.Value == Value) {
          Node Copy = N;
          process(B, Copy);
          break;
        }
    }
  }
  return Complete;
}

void PathEngine::enter(const CFGBlock *To, Node N) {
  auto &Nodes = Seen[To];
  bool Changed = false, Found = false;
  for (Node &Old : Nodes) {
    if (Old.Value != N.Value)
      continue;
    Found = true;
    size_t Before = Old.Known.size();
    llvm::erase_if(Old.Known, [&](const Fact &F) {
      return !llvm::is_contained(N.Known, F);
    });
    Changed = Old.Known.size() != Before;
    break;
  }
  if (!Found) {
    if (Nodes.size() >= MaxStatesPerBlock) {
      Complete = false;
      return;
    }
    Nodes.push_back(N);
    Changed = true;
  }
  if (!Changed)
    return;
  auto &Todo = Pending[To];
  if (!llvm::is_contained(Todo, N.Value))
    Todo.push_back(N.Value);
  Work.insert({Flow.order(To), To});
}

static bool isSum(const BinaryOperator *B) {
  return B->getOpcode() == BO_AddAssign || B->getOpcode() == BO_SubAssign;
}

/// What a local that starts at a constant is, if it is only read, stepped and
/// added to.
PathEngine::Counting PathEngine::countingOf(const VarDecl *V) {
  struct Uses : RecursiveASTVisitor<Uses> {
    const FunctionFlow &Flow;
    const VarDecl *V;
    bool Only = true, Down = false;
    Uses(const FunctionFlow &Flow, const VarDecl *V) : Flow(Flow), V(V) {}
    bool VisitDeclRefExpr(DeclRefExpr *Ref) {
      if (Ref->getDecl() != V)
        return true;
      const Stmt *By = Flow.parent(Ref);
      auto *Cast = dyn_cast_or_null<ImplicitCastExpr>(By);
      auto *Step = dyn_cast_or_null<UnaryOperator>(By);
      auto *Sum = dyn_cast_or_null<CompoundAssignOperator>(By);
      Only &= (Cast && Cast->getCastKind() == CK_LValueToRValue) ||
              (Step && Step->isIncrementDecrementOp()) ||
              (Sum && Sum->getLHS() == Ref && isSum(Sum));
      Down |= (Step && !Step->isIncrementOp()) || Sum;
      return Only;
    }
  };
  if (!V || !V->hasLocalStorage() || isa<ParmVarDecl>(V) || !V->getInit() ||
      !V->getType()->isIntegerType() || V->getType()->isBooleanType())
    return Counting::No;
  auto [At, New] = Counters.try_emplace(V, Counting::No);
  if (New && constantOf(V->getInit(), Context)) {
    Uses In(Flow, V);
    In.TraverseStmt(Flow.function()->getBody());
    if (In.Only)
      At->second = In.Down ? Counting::BothWays : Counting::Up;
  }
  return At->second;
}

/// The condition as a fact. A counter that is compared with where it starts is
/// there or beyond: `started > 0` says what `started != 0` says.
std::optional<Shape> PathEngine::shape(const Expr *E) {
  bool Truth = true;
  const Expr *Part = E->IgnoreParenImpCasts();
  for (auto *Not = dyn_cast<UnaryOperator>(Part);
       Not && Not->getOpcode() == UO_LNot;
       Not = dyn_cast<UnaryOperator>(Part)) {
    Truth = !Truth;
    Part = Not->getSubExpr()->IgnoreParenImpCasts();
  }
  auto *B = dyn_cast<BinaryOperator>(Part);
  if (!B || !B->isRelationalOp())
    return shapeOf(E, Context);
  const Expr *Left = B->getLHS()->IgnoreParenImpCasts();
  const Expr *Right = B->getRHS();
  BinaryOperatorKind Op = B->getOpcode();
  if (constantOf(Left, Context)) {
    std::swap(Left, Right);
    Left = Left->IgnoreParenImpCasts();
    Op = BinaryOperator::reverseComparisonOp(Op);
  }
  auto Limit = constantOf(Right, Context);
  auto *Ref = dyn_cast<DeclRefExpr>(Left);
  auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Limit || countingOf(V) == Counting::No)
    return shapeOf(E, Context);
  const int64_t From = *constantOf(V->getInit(), Context);
  const bool Beyond = Op == BO_GT || Op == BO_GE;
  if (*Limit != (Op == BO_GT || Op == BO_LE ? From : From + 1))
    return shapeOf(E, Context);
  return Shape{Ref, From, Beyond != Truth};
}

/// What a step or sum leaves of what is known: a counter that goes up from
/// where it starts, or is stepped by the head of its loop, has left that.
void PathEngine::learnStep(const Expr *Counter, const Stmt *Step, bool Up,
                           const Facts &Before, Node &N) {
  auto *Ref = dyn_cast<DeclRefExpr>(Counter->IgnoreParenImpCasts());
  auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!V || !V->hasLocalStorage() || isa<ParmVarDecl>(V) || !V->getInit())
    return;
  auto Id = Table.find(Ref);
  auto From = Id ? constantOf(V->getInit(), Context) : std::nullopt;
  if (!From)
    return;
  auto *For = dyn_cast_or_null<ForStmt>(Flow.parent(Step));
  auto *Init = For && For->getInc() == Step
                   ? dyn_cast_or_null<DeclStmt>(For->getInit())
                   : nullptr;
  const bool ByHead =
      Init && Init->isSingleDecl() && Init->getSingleDecl() == V;
  const Counting How = countingOf(V);
  const bool FromThere = Up && How == Counting::BothWays &&
                         llvm::any_of(Before, [&](const Fact &F) {
                           return F.Left == *Id && F.Constant == *From;
                         });
  if (ByHead || FromThere || (Up && How == Counting::Up))
    learn(N.Known, *Id, *From, false);
}

/// Assignments of constants are facts; others end what was known.
void PathEngine::assign(const Stmt *S, Node &N) {
  auto Forget = [&](const Expr *E) {
    E = E->IgnoreParenImpCasts();
    const ValueDecl *D = nullptr;
    if (auto *R = dyn_cast<DeclRefExpr>(E))
      D = R->getDecl();
    else if (auto *M = dyn_cast<MemberExpr>(E))
      D = M->getMemberDecl();
    if (D)
      llvm::erase_if(N.Known,
                     [&](const Fact &F) { return Table.mentions(F.Left, D); });
  };
  if (auto *B = dyn_cast<BinaryOperator>(S); B && B->isAssignmentOp()) {
    const Facts Before = N.Known;
    Forget(B->getLHS());
    if (auto By = isSum(B) ? constantOf(B->getRHS(), Context) : std::nullopt)
      learnStep(B->getLHS(), B, (*By > 0) == (B->getOpcode() == BO_AddAssign),
                Before, N);
    if (B->getOpcode() == BO_Assign)
      if (auto Id = Table.find(B->getLHS()))
        if (auto C = constantOf(B->getRHS(), Context))
          learn(N.Known, *Id, *C, true);
    return;
  }
  if (auto *U = dyn_cast<UnaryOperator>(S)) {
    if (U->isIncrementDecrementOp()) {
      const Facts Before = N.Known;
      Forget(U->getSubExpr());
      learnStep(U->getSubExpr(), U, U->isIncrementOp(), Before, N);
    }
    return;
  }
  if (auto *D = dyn_cast<DeclStmt>(S)) {
    for (const Decl *One : D->decls()) {
      auto *V = dyn_cast<VarDecl>(One);
      if (!V)
        continue;
      llvm::erase_if(N.Known,
                     [&](const Fact &F) { return Table.mentions(F.Left, V); });
      if (!V->getInit() || V->getType()->isReferenceType())
        continue;
      auto C = constantOf(V->getInit(), Context);
      if (!C)
        continue;
      if (auto Id = Table.find(refTo(V)))
        learn(N.Known, *Id, *C, true);
    }
    return;
  }
  if (auto *Call = dyn_cast<CallExpr>(S)) {
    // A variable handed over by reference or pointer can change.
    const FunctionDecl *Callee = Call->getDirectCallee();
    for (unsigned I = 0; I != Call->getNumArgs(); ++I) {
      const Expr *A = Call->getArg(I)->IgnoreParenImpCasts();
      if (auto *U = dyn_cast<UnaryOperator>(A);
          U && U->getOpcode() == UO_AddrOf)
        Forget(U->getSubExpr());
      else if (Callee && I < Callee->getNumParams()) {
        QualType T = Callee->getParamDecl(I)->getType();
        if (T->isReferenceType() && !T->getPointeeType().isConstQualified())
          Forget(A);
      }
    }
    if (auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
      if (const CXXMethodDecl *M = Member->getMethodDecl(); M && !M->isConst())
        Forget(Member->getImplicitObjectArgument());
  }
}

/// Whether a return is the failure of a test's assertion: a macro of another
/// file returns what reports it (`return AssertHelper(...) = Message();`). The
/// test has failed by then; how it cleans up is not what it is about.
static bool isFailedAssertion(const Stmt *S, const SourceManager &Sources) {
  auto *R = dyn_cast<ReturnStmt>(S);
  SourceLocation At = S->getBeginLoc();
  return R && R->getRetValue() && R->getRetValue()->getType()->isVoidType() &&
         At.isMacroID() &&
         Sources.getFileID(Sources.getSpellingLoc(At)) !=
             Sources.getFileID(Sources.getExpansionLoc(At));
}

void PathEngine::process(const CFGBlock *B, Node N) {
  llvm::SmallVector<Node, 2> Nodes{std::move(N)};
  const Stmt *Return = nullptr;
  for (const CFGElement &Element : *B) {
    if (Nodes.empty())
      return;
    if (auto D = Element.getAs<CFGAutomaticObjDtor>()) {
      for (Node &One : Nodes)
        One.Value = Q.destroy(D->getVarDecl(), D->getTriggerStmt(), false,
                              One.Path, One.Value);
      continue;
    }
    const Stmt *S = nullptr;
    if (auto St = Element.getAs<CFGStmt>())
      S = St->getStmt();
    else if (auto I = Element.getAs<CFGInitializer>())
      S = I->getInitializer()->getInit();
    if (!S)
      continue;
    if (isFailedAssertion(S, Context.getSourceManager()))
      return;
    if (isa<ReturnStmt, CoreturnStmt>(S))
      Return = S;
    bool Throws = Flow.throwsAt(S, Q.AssumeCallsMayThrow);
    llvm::SmallVector<Node, 2> Next;
    for (Node &One : Nodes) {
      llvm::SmallVector<PathQuestion::State, 2> Values;
      Q.Here = One.Path;
      // An exception leaves before the call's effect, but after the handing
      // over of its arguments; what a task throws comes out of a wait that has
      // ended.
      bool After = Throws && llvm::any_of(Flow.at(S), [&](const Event *E) {
                     return E->Kind == EventKind::Wait && E->Origin == S &&
                            !E->InCallable;
                   });
      if (Throws && !After)
        for (QualType Thrown : Flow.thrownAt(S, Q.AssumeCallsMayThrow))
          raise(S, Thrown, One);
      if (isa<CXXThrowExpr>(S))
        continue;
      Q.visit(S, One.Value, Values);
      for (PathQuestion::State Value : Values) {
        Node Copy = One;
        Copy.Value = Value;
        if (After)
          for (QualType Thrown : Flow.thrownAt(S, Q.AssumeCallsMayThrow))
            raise(S, Thrown, Copy);
        if (Table.any())
          assign(S, Copy);
        Next.push_back(std::move(Copy));
      }
    }
    Nodes = std::move(Next);
    if (Nodes.size() > MaxStatesPerBlock) {
      Complete = false;
      return;
    }
  }
  for (const Node &One : Nodes)
    branch(B, One, Return);
}

/// The exception of \p S goes to the handler that takes it, or out.
void PathEngine::raise(const Stmt *S, QualType Thrown, Node N) {
  const Stmt *Child = S;
  for (const Stmt *P = Flow.parent(S); P; Child = P, P = Flow.parent(P)) {
    auto *Try = dyn_cast<CXXTryStmt>(P);
    if (!Try || Child != Try->getTryBlock())
      continue;
    for (unsigned I = 0; I != Try->getNumHandlers(); ++I) {
      const CXXCatchStmt *Handler = Try->getHandler(I);
      QualType Caught = Handler->getCaughtType();
      bool Takes = Caught.isNull() || Thrown.isNull();
      if (!Takes) {
        Caught = Caught.getNonReferenceType().getUnqualifiedType();
        QualType T = Thrown.getNonReferenceType().getUnqualifiedType();
        const CXXRecordDecl *Base = Caught->getAsCXXRecordDecl();
        const CXXRecordDecl *Derived = T->getAsCXXRecordDecl();
        Takes = Context.hasSameType(Caught, T) ||
                (Base && Derived && Derived->hasDefinition() &&
                 Derived->isDerivedFrom(Base));
      }
      if (!Takes)
        continue;
      if (const CFGBlock *To = Flow.handler(Handler)) {
        unwind(S, Try, N);
        N.Path = extend(N.Path, S, nullptr, true);
        enter(To, std::move(N));
      }
      return;
    }
  }
  // Out of a noexcept function or of main goes std::terminate, not a path.
  const auto *Proto = Flow.function()->getType()->getAs<FunctionProtoType>();
  if ((Proto && Proto->isNothrow()) || Flow.function()->isMain())
    return;
  unwind(S, nullptr, N);
  PathExit Exit;
  Exit.How = PathExit::Throw;
  Exit.At = S;
  Exit.Path = N.Path;
  Exit.Location = S->getBeginLoc();
  Q.exit(Exit, N.Value);
}

/// Destroys the locals that the question named and that die on the way from
/// \p S to the try statement \p Until (null: out of the function).
void PathEngine::unwind(const Stmt *S, const Stmt *Until, Node &N) {
  for (const VarDecl *V : llvm::reverse(Q.locals())) {
    if (!Flow.inScope(V, S))
      continue;
    if (Until && !Flow.isAncestor(Until, Flow.declaration(V)))
      continue;
    N.Value = Q.destroy(V, S, true, N.Path, N.Value);
  }
}

/// Applies what a condition tells, to the facts and to the question.
bool PathEngine::assume(const Expr *Condition, bool Truth, Node &N,
                        unsigned Depth) {
  const Expr *E = Condition->IgnoreParenImpCasts();
  if (Depth > 6)
    return true;
  if (auto *C = dyn_cast<ExprWithCleanups>(E))
    return assume(C->getSubExpr(), Truth, N, Depth + 1);
  if (auto *U = dyn_cast<UnaryOperator>(E); U && U->getOpcode() == UO_LNot)
    return assume(U->getSubExpr(), !Truth, N, Depth + 1);
  if (auto *B = dyn_cast<BinaryOperator>(E); B && B->isLogicalOp()) {
    if (auto Id = Table.find(B); Id && !learn(N.Known, *Id, 0, !Truth))
      return false;
    // Only one outcome tells both sides.
    if ((B->getOpcode() == BO_LAnd) == Truth)
      return assume(B->getLHS(), Truth, N, Depth + 1) &&
             assume(B->getRHS(), Truth, N, Depth + 1);
    return true;
  }
  // (x == true), (x != false)
  if (auto *B = dyn_cast<BinaryOperator>(E); B && B->isEqualityOp())
    if (auto *L =
            dyn_cast<CXXBoolLiteralExpr>(B->getRHS()->IgnoreParenImpCasts()))
      return assume(B->getLHS(),
                    Truth == ((B->getOpcode() == BO_EQ) == L->getValue()), N,
                    Depth + 1);
  if (auto S = shape(E))
    if (auto Id = Table.find(S->Left))
      if (!learn(N.Known, *Id, S->Constant, S->WhenTrue == Truth))
        return false;
  auto Refined = Q.refine(E, Truth, N.Value);
  if (!Refined)
    return false;
  N.Value = *Refined;
  // A variable that only holds the answer of another condition.
  if (auto *R = dyn_cast<DeclRefExpr>(E))
    if (auto *V = dyn_cast<VarDecl>(R->getDecl());
        V && V->hasLocalStorage() && V->getInit() && !isa<ParmVarDecl>(V) &&
        V->getType()->isBooleanType() && !Flow.U.isReassigned(V))
      return assume(V->getInit(), Truth, N, Depth + 1);
  return true;
}

/// The value of a case, or by the default that it is none of them.
bool PathEngine::learnCase(unsigned Id, const SwitchStmt *Switch,
                           const Expr *Value, Node &N) {
  if (Value) {
    auto C = constantOf(Value, Context);
    return !C || learn(N.Known, Id, *C, true);
  }
  for (const SwitchCase *One = Switch->getSwitchCaseList(); One;
       One = One->getNextSwitchCase())
    if (auto *Case = dyn_cast<CaseStmt>(One); Case && !Case->getRHS())
      if (auto C = constantOf(Case->getLHS(), Context))
        if (!learn(N.Known, Id, *C, false))
          return false;
  return true;
}

/// Whether the body of a counting loop, or of a loop over an array or a list,
/// runs at least once.
static bool entersSurely(const Stmt *Loop, const ASTContext &Context) {
  if (auto *Range = dyn_cast_or_null<CXXForRangeStmt>(Loop)) {
    const Expr *Over = Range->getRangeInit();
    if (!Over || Over->isTypeDependent())
      return false;
    QualType T = Over->getType().getNonReferenceType();
    if (auto *Array = Context.getAsConstantArrayType(T))
      return !Array->getSize().isZero();
    if (auto *List = dyn_cast<CXXStdInitializerListExpr>(
            Over->IgnoreUnlessSpelledInSource()))
      Over = List->getSubExpr();
    auto *List = dyn_cast<InitListExpr>(Over->IgnoreUnlessSpelledInSource());
    return List && List->getNumInits() > 0;
  }
  auto *For = dyn_cast_or_null<ForStmt>(Loop);
  auto *Init = For ? dyn_cast_or_null<DeclStmt>(For->getInit()) : nullptr;
  auto *Test = For && For->getCond()
                   ? dyn_cast<BinaryOperator>(For->getCond()->IgnoreParens())
                   : nullptr;
  if (!Init || !Init->isSingleDecl() || !Test || !Test->isComparisonOp())
    return false;
  auto *V = dyn_cast<VarDecl>(Init->getSingleDecl());
  auto *Left = dyn_cast<DeclRefExpr>(Test->getLHS()->IgnoreParenImpCasts());
  if (!V || !V->getInit() || !Left || Left->getDecl() != V ||
      !V->getType()->isIntegerType())
    return false;
  auto From = constantOf(V->getInit(), Context);
  auto To = constantOf(Test->getRHS(), Context);
  if (!From || !To)
    return false;
  switch (Test->getOpcode()) {
  case BO_LT:
    return *From < *To;
  case BO_LE:
    return *From <= *To;
  case BO_GT:
    return *From > *To;
  case BO_GE:
    return *From >= *To;
  case BO_NE:
    return *From != *To;
  default:
    return false;
  }
}

/// The loop that is left by its own condition when a branch of \p Terminator
/// turns out as \p Truth: the loop's own branch, or that of an operand which
/// decides the chain of `&&` and `||` that is its condition.
static const Stmt *leftLoop(const FunctionFlow &Flow, const Stmt *Terminator,
                            bool Truth) {
  if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(Terminator))
    return Truth ? nullptr : Terminator;
  auto *Chain = dyn_cast<BinaryOperator>(Terminator);
  if (!Chain || !Chain->isLogicalOp() ||
      Truth != (Chain->getOpcode() == BO_LOr))
    return nullptr;
  const Stmt *Child = Chain;
  for (const Stmt *P = Flow.parent(Child); P;
       Child = P, P = Flow.parent(Child)) {
    const Expr *Condition = nullptr;
    if (auto *For = dyn_cast<ForStmt>(P))
      Condition = For->getCond();
    else if (auto *While = dyn_cast<WhileStmt>(P))
      Condition = While->getCond();
    else if (auto *Do = dyn_cast<DoStmt>(P))
      Condition = Do->getCond();
    if (Condition)
      return Condition == Child && !Truth ? P : nullptr;
    if (auto *Outer = dyn_cast<BinaryOperator>(P)) {
      if (!Outer->isLogicalOp())
        return nullptr;
      if (Outer->getLHS() == Child && Truth != (Outer->getOpcode() == BO_LOr))
        return nullptr; // The other operand is asked.
    } else if (auto *Not = dyn_cast<UnaryOperator>(P)) {
      if (Not->getOpcode() != UO_LNot)
        return nullptr;
      Truth = !Truth;
    } else if (!isa<ParenExpr, ImplicitCastExpr, ExprWithCleanups>(P)) {
      return nullptr;
    }
  }
  return nullptr;
}

void PathEngine::branch(const CFGBlock *B, const Node &N, const Stmt *Return) {
  const CFGBlock *ExitBlock = &Flow.graph().getExit();
  const Stmt *Terminator = B->getTerminatorStmt();
  const Expr *Condition = FunctionFlow::conditionOf(B);
  bool NoReturn = B->hasNoReturnElement();
  unsigned Index = 0;
  bool TwoWay = B->succ_size() == 2 && Terminator &&
                !isa<SwitchStmt, CXXTryStmt>(Terminator);
  for (auto It = B->succ_begin(); It != B->succ_end(); ++It, ++Index) {
    const CFGBlock *To = It->getReachableBlock();
    if (!To || NoReturn)
      continue;
    Node Next = N;
    if (TwoWay) {
      bool Truth = Index == 0;
      if (Condition && (!assume(Condition, Truth, Next, 0) ||
                        (Table.any() && !learnWhole(Condition, Truth, Next))))
        continue;
      if (const Stmt *Loop = leftLoop(Flow, Terminator, Truth))
        Next.Value = Q.leaveLoop(Loop, Next.Value);
      if (Condition || isa<CXXForRangeStmt>(Terminator))
        Next.Path = extend(Next.Path, Terminator, Condition, Truth);
    } else if (auto *Switch = dyn_cast_or_null<SwitchStmt>(Terminator)) {
      const Expr *Value = nullptr;
      auto *Case = dyn_cast_or_null<CaseStmt>(To->getLabel());
      if (Case)
        Value = Case->getLHS();
      auto Refined = Q.refineCase(Switch->getCond(), Value, Next.Value);
      if (!Refined)
        continue;
      Next.Value = *Refined;
      if (isStable(Switch->getCond()))
        if (auto Id = Table.find(Switch->getCond()))
          if (!(Case && Case->getRHS()) && // case 1 ... 5
              !learnCase(*Id, Switch, Value, Next))
            continue;
      Next.Path = extend(Next.Path, Switch, Value, true);
    }
    if (To == ExitBlock) {
      PathExit Exit;
      Exit.How = Return ? PathExit::Return : PathExit::End;
      Exit.At = Return;
      Exit.Path = Next.Path;
      Exit.Location = Return ? Return->getBeginLoc()
                             : Flow.function()->getBody()->getEndLoc();
      Q.exit(Exit, Next.Value);
      continue;
    }
    // The first test of a loop that surely holds is no branch.
    const Stmt *Loop = To->getTerminatorStmt();
    if (To->succ_size() == 2 && B->getLoopTarget() != Loop &&
        entersSurely(Loop, Context))
      if (const CFGBlock *Body = To->succ_begin()->getReachableBlock())
        To = Body;
    enter(To, std::move(Next));
  }
}

bool followPaths(FunctionFlow &Flow, PathQuestion &Question) {
  if (PathEngine(Flow, Question).run())
    return true;
  hitBound("paths", Flow.function());
  return false;
}

} // namespace joinery
