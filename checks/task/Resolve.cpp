//===- Resolve.cpp - Which object, which callable -------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Expressions are traced to the object that they name and to the callable that
// they are, through references, captures, bindings, iterators, smart pointers,
// std::move, std::ref and std::bind. What cannot be traced is no place, and a
// question about no place stays silent.
//
//===----------------------------------------------------------------------===//

#include "task/Unit.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;
using joinery::model::Op;
using joinery::model::Role;

namespace joinery {

static constexpr unsigned MaxDepth = 24;

/// Casts, parentheses and temporaries that do not change which object is meant.
static const Expr *strip(const Expr *E) {
  while (E) {
    const Expr *Before = E;
    E = E->IgnoreParenCasts();
    if (auto *C = dyn_cast<ExprWithCleanups>(E))
      E = C->getSubExpr();
    else if (auto *M = dyn_cast<MaterializeTemporaryExpr>(E))
      E = M->getSubExpr();
    else if (auto *B = dyn_cast<CXXBindTemporaryExpr>(E))
      E = B->getSubExpr();
    else if (auto *K = dyn_cast<ConstantExpr>(E))
      E = K->getSubExpr();
    else if (auto *S = dyn_cast<SubstNonTypeTemplateParmExpr>(E))
      E = S->getReplacement();
    else if (auto *D = dyn_cast<CXXDefaultInitExpr>(E))
      E = D->getExpr();
    else if (auto *C = dyn_cast<CXXConstructExpr>(E);
             C && C->getNumArgs() == 1 && C->isElidable())
      E = C->getArg(0); // Before C++17, a temporary is formally moved.
    if (E == Before)
      return E;
  }
  return E;
}

static bool isNull(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  return isa<CXXNullPtrLiteralExpr, GNUNullExpr>(E) ||
         (isa<IntegerLiteral>(E) && cast<IntegerLiteral>(E)->getValue() == 0);
}

/// A copy or move of one object into a new one of the same type.
static bool isCopyOrMove(const CXXConstructExpr *C) {
  return C->getNumArgs() == 1 && C->getConstructor()->isCopyOrMoveConstructor();
}

static bool namesThis(const Expr *E) {
  auto *Deref = dyn_cast<UnaryOperator>(strip(E));
  return isa<CXXThisExpr>(Deref && Deref->getOpcode() == UO_Deref
                              ? strip(Deref->getSubExpr())
                              : strip(E));
}

/// What an accessor without parameters returns: `static T t; return t;`.
static const Expr *returnedByAccessor(const FunctionDecl *F) {
  const FunctionDecl *Definition = nullptr;
  if (!F->getReturnType()->isReferenceType() &&
      !F->getReturnType()->isPointerType())
    return nullptr;
  auto *Body = F->hasBody(Definition)
                   ? dyn_cast<CompoundStmt>(Definition->getBody())
                   : nullptr;
  auto *Return = Body && !Body->body_empty()
                     ? dyn_cast<ReturnStmt>(Body->body_back())
                     : nullptr;
  if (!Return || !llvm::all_of(Body->body(), [&](const Stmt *S) {
        return S == Return || isa<DeclStmt>(S);
      }))
    return nullptr;
  return Return->getRetValue();
}

Place Unit::placeOf(const Expr *E, unsigned Depth) {
  if (!E || ++Depth > MaxDepth)
    return {};
  E = strip(E);
  if (isa<CXXThisExpr>(E))
    return Place::thisObject();
  if (auto *Ref = dyn_cast<DeclRefExpr>(E))
    return placeOfDecl(Ref->getDecl(), Depth);
  if (auto *M = dyn_cast<MemberExpr>(E)) {
    if (auto *V = dyn_cast<VarDecl>(M->getMemberDecl()))
      return Place::variable(V);
    auto *F = dyn_cast<FieldDecl>(M->getMemberDecl());
    if (!F)
      return {};
    Place Base = placeOf(M->getBase(), Depth);
    if (inSystemHeader(F->getLocation()))
      return Base;
    if (!Base)
      return isInteresting(F->getType()) || isCounterType(F->getType())
                 ? Place::unnamed(M->getBase()).field(F)
                 : Place();
    return normalize(Base.field(F), Depth);
  }
  if (auto *U = dyn_cast<UnaryOperator>(E)) {
    if (U->getOpcode() == UO_AddrOf || U->getOpcode() == UO_Deref ||
        U->isIncrementDecrementOp())
      return placeOf(U->getSubExpr(), Depth);
    return {};
  }
  if (auto *A = dyn_cast<ArraySubscriptExpr>(E))
    return placeOf(A->getBase(), Depth);
  if (auto *B = dyn_cast<BinaryOperator>(E)) {
    if (B->getOpcode() == BO_Comma)
      return placeOf(B->getRHS(), Depth);
    if (B->getOpcode() == BO_Assign)
      return placeOf(B->getLHS(), Depth);
    // Pointer arithmetic stays in the array.
    if (B->getType()->isPointerType() && B->isAdditiveOp())
      return placeOf(B->getLHS()->getType()->isPointerType() ? B->getLHS()
                                                             : B->getRHS(),
                     Depth);
    return {};
  }
  if (auto *C = dyn_cast<ConditionalOperator>(E)) {
    if (isNull(C->getTrueExpr()))
      return placeOf(C->getFalseExpr(), Depth);
    if (isNull(C->getFalseExpr()))
      return placeOf(C->getTrueExpr(), Depth);
    return {};
  }
  if (auto *O = dyn_cast<CXXOperatorCallExpr>(E)) {
    switch (O->getOperator()) {
    case OO_Arrow:
    case OO_Star:
    case OO_Subscript:
    case OO_PlusPlus:
    case OO_MinusMinus:
    case OO_Plus:
    case OO_Minus:
    case OO_Equal:
    case OO_Pipe: // A view of a container.
      return placeOf(O->getArg(0), Depth);
    case OO_Call: // views::reverse(container)
      if (O->getNumArgs() == 2 && O->getDirectCallee() &&
          inSystemHeader(O->getDirectCallee()->getLocation()) &&
          !Lookup.call(O->getDirectCallee()) && isContainer(O->getType()) &&
          isContainer(O->getArg(1)->getType()))
        return placeOf(O->getArg(1), Depth);
      return {};
    default:
      return {};
    }
  }
  if (auto *Member = dyn_cast<CXXMemberCallExpr>(E)) {
    const CXXMethodDecl *Method = Member->getMethodDecl();
    if (!Method)
      return {};
    auto Meaning = Lookup.call(Method);
    bool Through =
        isa<CXXConversionDecl>(Method) && inSystemHeader(Method->getLocation());
    if (Meaning)
      Through |= Meaning->Does == Op::Access ||
                 Meaning->Does == Op::GetFuture || Meaning->Does == Op::Share ||
                 Meaning->Does == Op::Release || Meaning->Does == Op::GetStop ||
                 // The new element, or an iterator to it.
                 (Meaning->Does == Op::Insert &&
                  (Method->getReturnType()->isReferenceType() ||
                   Method->getReturnType()->isRecordType()));
    else if (inSystemHeader(Method->getLocation())) {
      // begin(), find(), value(), lock(): an element of the object, reached by
      // reference, pointer or iterator.
      QualType T = Method->getReturnType();
      Through |= T->isReferenceType() || T->isPointerType() ||
                 (T->isRecordType() &&
                  isContainer(Member->getImplicitObjectArgument()->getType()));
      Through |= isSharingPointer(T);
    } else if (const auto *Body =
                   dyn_cast_or_null<CompoundStmt>(Method->getBody());
               Body && !Body->body_empty()) {
      // A plain getter, or the end of a method that returns its object.
      if (auto *Return = dyn_cast<ReturnStmt>(Body->body_back());
          Return && Return->getRetValue() &&
          (Body->size() == 1 || namesThis(Return->getRetValue())) &&
          (Method->getReturnType()->isReferenceType() ||
           Method->getReturnType()->isPointerType())) {
        CallFrame Frame;
        Frame.Callee = Method;
        Frame.Object = placeOf(Member->getImplicitObjectArgument(), Depth);
        return translate(placeOf(Return->getRetValue(), Depth), Frame);
      }
    }
    if (Through)
      return placeOf(Member->getImplicitObjectArgument(), Depth);
    return {};
  }
  if (auto *Call = dyn_cast<CallExpr>(E)) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (!Callee)
      return {};
    if (Call->getNumArgs() == 0) {
      const Expr *Value = inSystemHeader(Callee->getLocation())
                              ? nullptr
                              : returnedByAccessor(Callee);
      Place P = Value ? placeOf(Value, Depth) : Place();
      // One of each thread's own is another one in each.
      const VarDecl *V = P.variable();
      return V && V->hasGlobalStorage() && V->getTLSKind() == VarDecl::TLS_None
                 ? P
                 : Place();
    }
    auto Meaning = Lookup.call(Callee);
    if (Meaning &&
        (Meaning->Does == Op::Move || Meaning->Does == Op::Ref ||
         Meaning->Does == Op::Access || Meaning->Does == Op::Exchange))
      return placeOf(Call->getArg(0), Depth);
    // std::get<1>(tuple), std::begin(v): a reference into the argument.
    if (!Meaning && inSystemHeader(Callee->getLocation()) &&
        Call->getNumArgs() == 1 &&
        (Callee->getReturnType()->isReferenceType() ||
         (Callee->getReturnType()->isPointerType() &&
          Call->getArg(0)->getType()->isPointerType() &&
          !Callee->isExternC()) ||
         isSharingPointer(Callee->getReturnType()) ||
         (isIterator(Callee->getReturnType()) &&
          isIterator(Call->getArg(0)->getType())) ||
         isContainer(Call->getArg(0)->getType())))
      return placeOf(Call->getArg(0), Depth);
    return {};
  }
  if (auto *C = dyn_cast<CXXConstructExpr>(E)) {
    const model::Type *M = Lookup.type(C->getType());
    if (M && M->Role == Role::Wrapper && C->getNumArgs() > 0)
      return placeOf(C->getArg(0), Depth);
    if (isCopyOrMove(C) ||
        (C->getNumArgs() == 1 && isSharingPointer(C->getType()) &&
         isSharingPointer(C->getArg(0)->getType())))
      return placeOf(C->getArg(0), Depth);
    // shared_future(future&&), jthread(thread&&), iterator conversions.
    if (C->getNumArgs() == 1 && heldType(C->getType()) &&
        heldType(C->getArg(0)->getType()) &&
        inSystemHeader(C->getConstructor()->getLocation()) && !spawnAt(C))
      return placeOf(C->getArg(0), Depth);
    return {};
  }
  if (auto *List = dyn_cast<InitListExpr>(E))
    return List->getNumInits() == 1 && !List->getType()->isRecordType()
               ? placeOf(List->getInit(0), Depth)
               : Place();
  if (auto *Delete = dyn_cast<CXXDeleteExpr>(E))
    return placeOf(Delete->getArgument(), Depth);
  return {};
}

bool Unit::isReachedElsewhere(const VarDecl *V) {
  if (!V->isStaticLocal())
    return V->hasGlobalStorage() && V->isExternallyVisible();
  auto *F = dyn_cast<FunctionDecl>(V->getDeclContext());
  F = F ? outermost(F) : nullptr;
  if (!F || !F->isExternallyVisible() || !F->getBody())
    return false;
  QualType T = F->getReturnType();
  if (!T->isReferenceType() && !T->isPointerType() && !T->isRecordType())
    return false;
  struct Returns : RecursiveASTVisitor<Returns> {
    Unit &U;
    const VarDecl *V;
    bool Lent = false;
    Returns(Unit &U, const VarDecl *V) : U(U), V(V->getCanonicalDecl()) {}
    bool TraverseLambdaExpr(LambdaExpr *) { return true; }
    bool VisitReturnStmt(ReturnStmt *R) {
      Place P = U.placeOf(R->getRetValue());
      Lent |= !P || P.variable() == V;
      return true;
    }
  } All(*this, V);
  All.TraverseStmt(F->getBody());
  return All.Lent;
}

/// The call whose result initializes a variable, or null.
static const CallExpr *initCall(const VarDecl *V) {
  const Expr *Init = V->getInit() ? strip(V->getInit()) : nullptr;
  // A shared future that is made from a future.
  if (auto *Made = dyn_cast_or_null<CXXConstructExpr>(Init);
      Made && Made->getNumArgs() == 1)
    Init = strip(Made->getArg(0));
  return dyn_cast_or_null<CallExpr>(Init);
}

/// Whether a value of type \p T is made by moving a handle.
bool Unit::takesHandle(const Expr *Init, QualType T) {
  const model::Type *M = T->isRecordType() ? heldType(T) : nullptr;
  auto *Made = dyn_cast<CXXConstructExpr>(Init->IgnoreImplicit());
  return M && M->Role == Role::Thread && !isSharingPointer(T) && Made &&
         Made->getConstructor()->isMoveConstructor();
}

/// Whether a value of the type is all its own: a library's string or container
/// of plain values.
bool Unit::isPlainValue(QualType T) {
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R)
    return T->isArithmeticType() || T->isEnumeralType();
  if (!inSystemHeader(R->getLocation()) || heldType(T) || isSharingPointer(T) ||
      isIterator(T))
    return false;
  auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(R);
  return !Special ||
         llvm::all_of(Special->getTemplateArgs().asArray(),
                      [&](const TemplateArgument &A) {
                        return A.getKind() != TemplateArgument::Type ||
                               isPlainValue(A.getAsType());
                      });
}

Place Unit::placeOfDecl(const ValueDecl *D, unsigned Depth) {
  if (++Depth > MaxDepth)
    return {};
  if (auto *Binding = dyn_cast<BindingDecl>(D)) {
    if (const VarDecl *Holding = Binding->getHoldingVar();
        Holding && Holding->getInit())
      return placeOf(Holding->getInit(), Depth);
    if (const Expr *Bound = Binding->getBinding())
      return placeOf(Bound, Depth);
    return {};
  }
  auto *V = dyn_cast<VarDecl>(D);
  if (!V)
    return {};
  const Expr *Init = V->getInit();
  if (isa<ParmVarDecl>(V) || !Init)
    return Place::variable(V);
  QualType T = V->getType();
  // A copy of an element of class type is an object of its own.
  const bool Copied = V->isCXXForRangeDecl() && T->isRecordType() &&
                      !isa<DecompositionDecl>(V) && isPlainValue(T);
  bool Alias = T->isReferenceType() || (V->isCXXForRangeDecl() && !Copied) ||
               V->isInitCapture() || isSharingPointer(T);
  // The iterator of a range-based for over an array is stepped, and stays in
  // it.
  if (!Alias && T->isPointerType())
    Alias = !isReassigned(V) || V->isImplicit();
  if (!Alias && !Copied)
    if (const CallExpr *Call = initCall(V)) {
      // Iterators, and the future of a promise or packaged task, which is the
      // same completion seen from the other end.
      if (const FunctionDecl *Callee = Call->getDirectCallee()) {
        auto Meaning = Lookup.call(Callee);
        Alias = Meaning &&
                (Meaning->Does == Op::GetFuture || Meaning->Does == Op::Share ||
                 Meaning->Does == Op::GetStop);
        if (Meaning && (Meaning->Does == Op::Access ||
                        (Meaning->Does == Op::Insert && T->isRecordType())))
          Alias = true;
        else if (!Meaning && inSystemHeader(Callee->getLocation()) &&
                 T->isRecordType()) {
          if (auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
            Alias = isContainer(Member->getImplicitObjectArgument()->getType());
          auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
          Alias |= Operator && (Operator->getOperator() == OO_Pipe ||
                                Operator->getOperator() == OO_Call);
        }
      }
    }
  // A handle that a lambda takes over is another one.
  if (V->isInitCapture() && !T->isReferenceType() && takesHandle(Init, T))
    return Place::variable(V);
  if (Alias)
    if (Place Source = placeOf(Init, Depth))
      return Source;
  if (V->isInitCapture() && !isa<CXXConstructExpr>(strip(Init)))
    return Place::variable(V);
  return Place::variable(V);
}

/// The argument of the constructor call or aggregate that a reference or
/// pointer member of \p V was bound to.
Place Unit::normalize(Place P, unsigned Depth) {
  const VarDecl *V = P.variable();
  const Expr *Init = P.temporary();
  if ((!V && !Init) || P.path().empty() || ++Depth > MaxDepth)
    return P;
  const FieldDecl *First = P.path().front();
  QualType T = First->getType();
  if (!T->isReferenceType() && !T->isPointerType() && !isSharingPointer(T))
    return P;
  if (V && (isa<ParmVarDecl>(V) || !V->getInit()))
    return P;
  Place Target = boundTo(V ? V->getInit() : Init, First, Depth);
  if (!Target)
    return P;
  for (const FieldDecl *F : P.path().drop_front())
    Target = Target.field(F);
  return normalize(Target, Depth);
}

/// What a reference, pointer or shared pointer member was bound to when the
/// object was made by \p Init.
Place Unit::boundTo(const Expr *Init, const FieldDecl *Field, unsigned Depth) {
  Init = strip(Init);
  if (auto *List = dyn_cast<InitListExpr>(Init)) {
    if (!List->isSemanticForm() && List->getSemanticForm())
      List = List->getSemanticForm();
    if (Field->getFieldIndex() < List->getNumInits())
      return placeOf(List->getInit(Field->getFieldIndex()), Depth);
    return {};
  }
  auto *Construct = dyn_cast<CXXConstructExpr>(Init);
  const FunctionDecl *Definition = nullptr;
  if (!Construct)
    return {};
  if (isCopyOrMove(Construct))
    return boundTo(Construct->getArg(0), Field, Depth + 1);
  if (!Construct->getConstructor()->hasBody(Definition))
    return {};
  const Expr *Bound = nullptr;
  for (const CXXCtorInitializer *I :
       cast<CXXConstructorDecl>(Definition)->inits())
    if (I->getMember() &&
        I->getMember()->getCanonicalDecl() == Field->getCanonicalDecl())
      Bound = I->getInit();
  if (!Bound)
    return {};
  CallFrame Frame;
  Frame.Callee = Definition;
  for (const Expr *Arg : Construct->arguments())
    Frame.Arguments.push_back(Arg);
  return translate(placeOf(Bound, Depth), Frame);
}

Place Unit::translate(const Place &P, const CallFrame &Frame) {
  if (!P || P.isUnnamed())
    return P;
  if (P.isThis()) {
    if (Frame.IsLambda)
      return P;
    Place Result = P.rebased(Frame.Object);
    if (Result)
      Result = normalize(Result, 0);
    // What dies with a temporary has no name outside.
    return Result.temporary() ? Place() : Result;
  }
  const VarDecl *V = P.variable();
  if (!V)
    return {};
  if (V->hasGlobalStorage())
    return P;
  if (auto *Parameter = dyn_cast<ParmVarDecl>(V)) {
    const FunctionDecl *Owner =
        dyn_cast<FunctionDecl>(Parameter->getDeclContext());
    if (Owner && Frame.Callee &&
        Owner->getCanonicalDecl() == Frame.Callee->getCanonicalDecl()) {
      unsigned Index = Parameter->getFunctionScopeIndex();
      if (Index >= Frame.Arguments.size() || !Frame.Arguments[Index])
        return {};
      Place Argument = placeOf(Frame.Arguments[Index]);
      Place Result = P.rebased(Argument);
      return Result ? normalize(Result, 0) : Place();
    }
  }
  // Captured variables keep their name; the callee's own locals have none
  // outside.
  if (Frame.Callee && Frame.Callee->Encloses(V->getDeclContext()))
    return {};
  if (Frame.Callee && V->getDeclContext() == Frame.Callee)
    return {};
  return P;
}

const FunctionDecl *Callable::body() const {
  const FunctionDecl *Definition = nullptr;
  if (!Function || !Function->hasBody(Definition) ||
      Definition->isDependentContext())
    return nullptr;
  return Definition;
}

/// The call operator of a lambda, or of the instance that was made of it.
static const FunctionDecl *callOperator(const CXXRecordDecl *Closure) {
  const CXXMethodDecl *Call = Closure->getLambdaCallOperator();
  if (!Call)
    return nullptr;
  if (FunctionTemplateDecl *Template = Call->getDescribedFunctionTemplate()) {
    for (FunctionDecl *Instance : Template->specializations())
      if (Instance->hasBody())
        return Instance;
    return nullptr;
  }
  return Call;
}

Callable Unit::callableOf(const Expr *E) { return callableOf(E, 0); }

Callable Unit::callableOf(const Expr *E, unsigned Depth) {
  Callable Result;
  if (!E || ++Depth > MaxDepth)
    return Result;
  E = strip(E);
  if (auto *L = dyn_cast<LambdaExpr>(E)) {
    Result.Lambda = L;
    Result.Function = callOperator(L->getLambdaClass());
    return Result;
  }
  // The initializer list of a variable that does not compile has no type.
  if (E->getType().isNull())
    return Result;
  const CXXRecordDecl *Record = E->getType()->getAsCXXRecordDecl();
  if (Record && Record->isLambda()) {
    Result.Function = callOperator(Record);
    Result.Lambda = Result.Function ? lambdaOf(Result.Function) : nullptr;
    if (auto *Ref = dyn_cast<DeclRefExpr>(E))
      Result.Variable = dyn_cast<VarDecl>(Ref->getDecl());
    return Result;
  }
  if (auto *U = dyn_cast<UnaryOperator>(E);
      U && (U->getOpcode() == UO_AddrOf || U->getOpcode() == UO_Deref))
    return callableOf(U->getSubExpr(), Depth);
  if (auto *Ref = dyn_cast<DeclRefExpr>(E)) {
    if (auto *F = dyn_cast<FunctionDecl>(Ref->getDecl())) {
      if (auto Meaning = Lookup.call(F))
        Result.Modelled = Meaning;
      Result.Function = F;
      return Result;
    }
    auto *V = dyn_cast<VarDecl>(Ref->getDecl());
    if (!V || isReassigned(V))
      return Result;
    if (const Expr *Init = V->getInit(); Init && !isa<ParmVarDecl>(V)) {
      Result = callableOf(Init, Depth);
      if (Result) {
        Result.Variable = V;
        return Result;
      }
    }
  }
  // A lambda without captures as a function pointer.
  if (auto *Member = dyn_cast<CXXMemberCallExpr>(E))
    if (isa_and_nonnull<CXXConversionDecl>(Member->getMethodDecl()))
      return callableOf(Member->getImplicitObjectArgument(), Depth);
  if (auto *Call = dyn_cast<CallExpr>(E)) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    auto Meaning = Callee ? Lookup.call(Callee) : std::nullopt;
    if (Meaning && Call->getNumArgs() > 0) {
      switch (Meaning->Does) {
      case Op::Move:
      case Op::Ref:
      case Op::MemberFn:
        return callableOf(Call->getArg(0), Depth);
      case Op::Bind: {
        Result = callableOf(Call->getArg(0), Depth);
        unsigned First = 1;
        if (auto *M = dyn_cast_or_null<CXXMethodDecl>(Result.Function);
            M && M->isInstance() && !Result.Lambda && Call->getNumArgs() > 1) {
          Result.Object = Call->getArg(1);
          First = 2;
        }
        for (unsigned I = First; I < Call->getNumArgs(); ++I)
          Result.Arguments.push_back(Call->getArg(I));
        return Result;
      }
      default:
        break;
      }
    }
    return Result;
  }
  if (auto *C = dyn_cast<CXXConstructExpr>(E)) {
    // std::function(lambda), packaged_task(callable), copies and moves.
    if (C->getNumArgs() >= 1 &&
        (isCopyOrMove(C) || (Record && inSystemHeader(Record->getLocation()))))
      return callableOf(C->getArg(0), Depth);
  }
  if (Record && !inSystemHeader(Record->getLocation()) &&
      Record->hasDefinition()) {
    DeclarationName Call = Context.DeclarationNames.getCXXOperatorName(OO_Call);
    auto Found = Record->getDefinition()->lookup(Call);
    if (Found.isSingleResult())
      if (auto *M = dyn_cast<CXXMethodDecl>(Found.front())) {
        Result.Function = M;
        Result.Object = E;
      }
  }
  return Result;
}

CallFrame Unit::entryFrame(const Callable &Entry) {
  CallFrame Frame;
  Frame.Callee = Entry.body();
  Frame.IsLambda = Entry.Lambda != nullptr;
  for (const Expr *Arg : Entry.Arguments)
    Frame.Arguments.push_back(Arg);
  if (Entry.Object) {
    Frame.Object = placeOf(Entry.Object);
    const Expr *Made = strip(Entry.Object);
    if (!Frame.Object && isa<CXXConstructExpr, InitListExpr>(Made))
      Frame.Object = Place::temporary(Made);
  }
  return Frame;
}

} // namespace joinery
