//===- LoopConditions.cpp - What decides the end of a loop ----------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Futures.h"
#include "flow/LoopReader.h"
#include "task/Extract.h"
#include "task/Reads.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;
using joinery::model::Op;
using joinery::model::Role;

namespace joinery {

/// Whether a receive puts the element into an argument and returns a status.
static bool fillsArgument(const Expr *Receive) {
  auto *Call = dyn_cast<CallExpr>(Receive);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee)
    return false;
  for (const ParmVarDecl *P : Callee->parameters()) {
    QualType T = P->getType();
    if ((T->isLValueReferenceType() || T->isPointerType()) &&
        !T->getPointeeType().isConstQualified())
      return true;
  }
  return false;
}

/// Whether an object of this type says itself whether there is an element (an
/// optional), so that no element means that there is none.
static bool tellsEmpty(Unit &U, QualType T) {
  const model::Type *M = U.lookup().type(T);
  return M && M->Role == Role::Value &&
         llvm::any_of(M->Members, [](const auto &Member) {
           return Member.second == Op::Joinable;
         });
}

namespace {
/// What code that is not seen says of a loop's end.
enum class Unseen : unsigned char {
  Nothing,
  Stream, ///< It reads on in what has an end of its own, such as a file.
  Open,   ///< It decides.
};
} // namespace

/// A pointer to what a C library keeps of a stream: FILE, DIR.
static bool isStream(Unit &U, QualType T) {
  const RecordDecl *R =
      T->isPointerType() ? T->getPointeeType()->getAsRecordDecl() : nullptr;
  return R && U.inSystemHeader(R->getLocation()) && !U.lookup().type(R);
}

/// `fgetc(File)`, `std::getline(In, Line)`; not those of the console.
static bool readsStream(Unit &U, const CallExpr *C,
                        const FunctionDecl *Callee) {
  if (!U.inSystemHeader(Callee->getLocation()))
    return false;
  for (const Expr *A : C->arguments())
    if (auto *Ref = dyn_cast<DeclRefExpr>(A->IgnoreParenImpCasts()))
      if (auto *V = dyn_cast<VarDecl>(Ref->getDecl());
          V && V->hasGlobalStorage() && U.inSystemHeader(V->getLocation()))
        return false;
  if (Callee->isInStdNamespace())
    return true;
  // What begins with a descriptor is a socket's, or can be.
  return Callee->isExternC() && Callee->getNumParams() > 0 &&
         !Callee->getParamDecl(0)->getType()->isIntegerType() &&
         llvm::any_of(C->arguments(), [&](const Expr *A) {
           A = A->IgnoreParenImpCasts();
           return isa<DeclRefExpr, MemberExpr>(A) && isStream(U, A->getType());
         });
}

namespace {
/// Looks for calls of code that is neither seen nor modelled.
struct UnseenCalls : RecursiveASTVisitor<UnseenCalls> {
  Unit &U;
  explicit UnseenCalls(Unit &U) : U(U) {}
  bool VisitCallExpr(CallExpr *C) {
    const FunctionDecl *Callee = C->getDirectCallee();
    if (!Callee) {
      Found = Unseen::Open;
      return true;
    }
    auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    bool Open = Method && Method->isVirtual() &&
                !Method->hasAttr<FinalAttr>() &&
                !Method->getParent()->hasAttr<FinalAttr>();
    if ((!U.isVisible(Callee) || Open) && !U.lookup().call(Callee) &&
        !isPlain(C, Callee))
      Found = std::max(Found, readsStream(U, C, Callee) ? Unseen::Stream
                                                        : Unseen::Open);
    return true;
  }
  /// A library's answer about values: `index < values.size()`, `it != end`,
  /// `clock::now() < deadline`.
  bool isPlain(CallExpr *C, const FunctionDecl *Callee) {
    if (!U.inSystemHeader(Callee->getLocation()))
      return false;
    if (isa<CXXOperatorCallExpr>(C))
      return true;
    auto *M = dyn_cast<CXXMethodDecl>(Callee);
    if (M && M->isStatic())
      return C->getNumArgs() == 0;
    auto *Member = dyn_cast<CXXMemberCallExpr>(C);
    return Member && M && M->isConst() &&
           U.isContainer(Member->getImplicitObjectArgument()->getType());
  }
  static Unseen in(Unit &U, const Expr *E) {
    UnseenCalls Calls(U);
    Calls.TraverseStmt(const_cast<Expr *>(E));
    return Calls.Found;
  }
  Unseen Found = Unseen::Nothing;
};

void addUnseen(Unseen Says, LoopCondition &C) {
  if (Says == Unseen::Nothing)
    return;
  C.Ends =
      Says == Unseen::Stream && (C.What != LoopCondition::Unseen || C.Ends);
  C.What = LoopCondition::Unseen;
}

/// Looks for assignments of what unseen code returns to a variable.
struct UnseenFills : RecursiveASTVisitor<UnseenFills> {
  Unit &U;
  const VarDecl *V;
  Unseen Found = Unseen::Nothing;
  UnseenFills(Unit &U, const VarDecl *V) : U(U), V(V) {}
  bool VisitBinaryOperator(BinaryOperator *B) {
    auto *Ref = dyn_cast<DeclRefExpr>(B->getLHS()->IgnoreParenImpCasts());
    if (B->isAssignmentOp() && Ref && Ref->getDecl() == V)
      Found = std::max(Found, UnseenCalls::in(U, B->getRHS()));
    return true;
  }
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool VisitCallExpr(CallExpr *C) {
    // next(&value), next(value)
    const FunctionDecl *Callee = C->getDirectCallee();
    if (Callee && (U.isVisible(Callee) || U.lookup().call(Callee)))
      return true;
    const Unseen Says =
        Callee && readsStream(U, C, Callee) ? Unseen::Stream : Unseen::Open;
    for (unsigned I = 0; I != C->getNumArgs(); ++I) {
      const Expr *A = C->getArg(I)->IgnoreParenImpCasts();
      auto *O = dyn_cast<UnaryOperator>(A);
      bool Given = O && O->getOpcode() == UO_AddrOf;
      if (Given)
        A = O->getSubExpr()->IgnoreParenImpCasts();
      else if (Callee && I < Callee->getNumParams())
        if (QualType T = Callee->getParamDecl(I)->getType();
            T->isReferenceType() && !T->getPointeeType().isConstQualified())
          Given = true;
      if (auto *Ref = dyn_cast<DeclRefExpr>(A);
          Ref && Given && Ref->getDecl() == V)
        Found = std::max(Found, Says);
    }
    return true;
  }
};
} // namespace

/// Notes in \p C whether a local has its value from code that is not seen.
void LoopReader::addFill(const VarDecl *V, LoopCondition &C) const {
  UnseenFills Fills(U, V);
  if (V->getInit())
    Fills.Found = UnseenCalls::in(U, V->getInit());
  Fills.TraverseStmt(const_cast<Stmt *>(Facts.Loop));
  addUnseen(Fills.Found, C);
}

/// The condition as the answer of a modelled call.
std::optional<LoopCondition> LoopReader::byEvent(const Expr *E,
                                                 bool Truth) const {
  LoopCondition C;
  C.At = E;
  const Expr *Value = valueOf(E);
  // A variable that was just filled.
  if (auto *Ref = dyn_cast<DeclRefExpr>(Value))
    if (auto *V = dyn_cast<VarDecl>(Ref->getDecl());
        V && V->getInit() && V->hasLocalStorage() && !isa<ParmVarDecl>(V) &&
        V->getType()->isBooleanType() && !U.isReassigned(V))
      return byEvent(V->getInit(), Truth);
  for (const Event *Seen : Flow.at(Value))
    if (Seen->Kind == EventKind::TestStop) {
      C.What = Truth ? LoopCondition::Token : LoopCondition::Own;
      C.Where = Seen->Where;
      return C;
    }
  for (const Event &Seen : U.info(Flow.function()).Events) {
    bool Receives = Seen.Kind == EventKind::Receive;
    bool Waits = Seen.Kind == EventKind::TimedWait ||
                 Seen.Kind == EventKind::TryWait ||
                 (Seen.Kind == EventKind::Wait && Seen.Stop);
    bool Tries = Seen.Kind == EventKind::TimedReceive ||
                 Seen.Kind == EventKind::Send ||
                 Seen.Kind == EventKind::TimedSend;
    if ((!Receives && !Waits && !Tries) || !Seen.Origin || Seen.InCallable ||
        Seen.OriginIn != Flow.function())
      continue;
    TimedResult R = timedResult(E, Truth, Seen.Origin, Flow);
    if (R == TimedResult::Unknown)
      continue;
    C.Where = Seen.Where;
    if (Receives) {
      C.What =
          R == TimedResult::GaveUp ? LoopCondition::Closed : LoopCondition::Own;
      C.ByElement =
          !fillsArgument(Seen.Origin) && !tellsEmpty(U, Seen.Origin->getType());
    } else if (Seen.Kind == EventKind::Send) {
      // A send that fails says that the channel is closed.
      C.What =
          R == TimedResult::GaveUp ? LoopCondition::Closed : LoopCondition::Own;
    } else if (Waits && Seen.Stop && R == TimedResult::GaveUp) {
      C.What = LoopCondition::Token;
      C.Where = Seen.Stop;
    } else if (Waits) {
      C.What =
          R == TimedResult::Done ? LoopCondition::Signal : LoopCondition::Own;
    } else {
      C.What = LoopCondition::Own;
    }
    return C;
  }
  return std::nullopt;
}

/// The first read through a pointer in an expression: `*flag`,
/// atomic_load(flag).
static const Expr *readThrough(const Expr *E) {
  auto *Deref = dyn_cast<UnaryOperator>(E);
  if ((Deref && Deref->getOpcode() == UO_Deref) || isa<AtomicExpr>(E))
    return E;
  for (const Stmt *Child : E->children())
    if (auto *Part = dyn_cast_or_null<Expr>(Child))
      if (const Expr *Found = readThrough(Part))
        return Found;
  return nullptr;
}

/// Whether a plain object is read as an atomic one (`__atomic_load_n`).
static bool isAtomicRead(const Expr *E) {
  struct Finder : RecursiveASTVisitor<Finder> {
    bool VisitAtomicExpr(AtomicExpr *) { return !(Found = true); }
    bool Found = false;
  } In;
  In.TraverseStmt(const_cast<Expr *>(E));
  return In.Found;
}

/// The flag that the condition looks at, if it is one thing alone.
std::optional<LoopCondition> LoopReader::byFlag(const Expr *E,
                                                bool Truth) const {
  llvm::SmallVector<Place, 4> Read = readsOf(U, E);
  llvm::SmallVector<Place, 2> Others;
  for (const Place &P : Read) {
    if (changesInLoop(P) || isOwn(P)) {
      LoopCondition C;
      C.At = E;
      if (isOwn(P) && P.path().empty())
        addFill(P.variable(), C);
      return C;
    }
    if (!llvm::is_contained(Others, P))
      Others.push_back(P);
  }
  if (Others.size() != 1)
    return std::nullopt;
  LoopCondition C;
  C.What = LoopCondition::Flag;
  C.Where = Others.front();
  C.At = E;
  const ValueDecl *Last = C.Where.last();
  if (!Last)
    return std::nullopt;
  QualType T = Last->getType().getNonReferenceType();
  while (T->isPointerType())
    T = T->getPointeeType();
  // The argument of a C thread is what the task makes of it.
  if (T->isVoidType()) {
    const Expr *Read = readThrough(E);
    if (!Read)
      return std::nullopt;
    T = Read->getType();
  }
  if (!U.isCounterType(T))
    return std::nullopt; // What a container or object says of itself.
  const model::Type *M = U.lookup().type(T);
  C.Plain = !(M && M->Role == Role::Atomic) && !T.isVolatileQualified() &&
            !T->isAtomicType() && !isAtomicRead(E);
  // `flag`, `flag == constant`, `flag.load()`, `!flag`.
  bool Flip = false;
  const Expr *Value = valueOf(E);
  if (auto *B = dyn_cast<BinaryOperator>(Value); B && B->isEqualityOp()) {
    Expr::EvalResult R;
    if (B->getRHS()->isValueDependent() ||
        !B->getRHS()->EvaluateAsInt(R, U.context()))
      return C;
    bool Zero = R.Val.getInt().isZero();
    bool Boolean =
        T->isBooleanType() ||
        B->getLHS()->IgnoreParenImpCasts()->getType()->isBooleanType();
    if (!Zero && !Boolean) {
      if (auto Constant = R.Val.getInt().tryExtValue())
        C.Wants = FlagTest{*Constant, (B->getOpcode() == BO_EQ) == Truth};
      return C;
    }
    // flag == 0 holds when the flag is not set.
    Flip = (B->getOpcode() == BO_EQ) == Zero;
  } else if (isa<BinaryOperator>(Value)) {
    return C; // count > limit
  } else if (auto *Call = dyn_cast<CallExpr>(Value);
             Call && !isPlainRead(U, Call)) {
    return C; // What a function makes of it.
  }
  C.When = Truth != Flip;
  C.Wants = FlagTest{0, !*C.When};
  return C;
}

LoopCondition LoopReader::classify(const Expr *Condition, bool Truth) const {
  const Expr *E = Condition->IgnoreParenImpCasts();
  while (auto *Not = dyn_cast<UnaryOperator>(E)) {
    if (Not->getOpcode() != UO_LNot)
      break;
    Truth = !Truth;
    E = Not->getSubExpr()->IgnoreParenImpCasts();
  }
  if (auto C = byEvent(E, Truth))
    return *C;
  LoopCondition C;
  C.At = E;
  // A local bool that remembers one condition.
  if (auto *Ref = dyn_cast<DeclRefExpr>(E))
    if (auto *V = dyn_cast<VarDecl>(Ref->getDecl());
        V && V->hasLocalStorage() && !isa<ParmVarDecl>(V) && V->getInit() &&
        V->getDeclContext() == Flow.function() && !U.isReassigned(V) &&
        V->getType()->isBooleanType() &&
        Flow.isAncestor(Facts.Loop, Flow.declaration(V)))
      return classify(V->getInit(), Truth);
  // Does code that is not seen have a say?
  addUnseen(UnseenCalls::in(U, E), C);
  if (C.What != LoopCondition::Unseen)
    if (auto Flag = byFlag(E, Truth))
      return *Flag;
  // A local that unseen code has filled: a socket, a line that was read.
  struct Locals : RecursiveASTVisitor<Locals> {
    llvm::SmallPtrSet<const VarDecl *, 4> Named;
    bool VisitDeclRefExpr(DeclRefExpr *R) {
      if (auto *V = dyn_cast<VarDecl>(R->getDecl());
          V && V->hasLocalStorage() && !isa<ParmVarDecl>(V))
        Named.insert(V);
      return true;
    }
  } In;
  In.TraverseStmt(const_cast<Expr *>(E));
  for (const VarDecl *V : In.Named)
    if (!isStream(U, V->getType()))
      addFill(V, C);
  return C;
}

bool isPlainRead(Unit &U, const CallExpr *Call) {
  if (!isa<CXXMemberCallExpr>(Call) || !Call->getDirectCallee())
    return false;
  auto Meaning = U.lookup().call(Call->getDirectCallee());
  return (Meaning && Meaning->Does == Op::Load) ||
         llvm::all_of(Call->arguments(),
                      [](const Expr *A) { return isa<CXXDefaultArgExpr>(A); });
}

} // namespace joinery
