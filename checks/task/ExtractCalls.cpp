//===- ExtractCalls.cpp - From calls and constructions to events ----------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Which of the rules a call falls under: modelled, seen, or unknown.
//
//===----------------------------------------------------------------------===//

#include "task/Extract.h"

using namespace clang;
using joinery::model::Op;
using joinery::model::Role;

namespace joinery {

/// Whether the constant policy argument says that the task only runs when
/// somebody asks for its result.
static bool isDeferred(llvm::ArrayRef<const Expr *> Args, unsigned Entry,
                       const ASTContext &Context) {
  for (unsigned I = 0; I < Entry && I < Args.size(); ++I) {
    const EnumDecl *Enum = nullptr;
    if (const auto *T = Args[I]->getType()->getAs<EnumType>())
      Enum = T->getDecl();
    if (!Enum)
      continue;
    Expr::EvalResult Value;
    if (!Args[I]->EvaluateAsInt(Value, Context))
      return true;
    for (const EnumConstantDecl *C : Enum->enumerators())
      if (C->getInitVal().extOrTrunc(64).getSExtValue() ==
          Value.Val.getInt().extOrTrunc(64).getSExtValue())
        return C->getName() == "deferred";
  }
  return false;
}

/// Of C, or of C++ in a namespace of std.
static bool isOfStandardLibrary(const FunctionDecl *F) {
  for (const DeclContext *C = F->getDeclContext(); C; C = C->getParent())
    if (C->isStdNamespace())
      return true;
  return F->isExternC();
}

void Extractor::passToUnseen(const FunctionDecl *Callee, const Expr *Object,
                             llvm::ArrayRef<const Expr *> Args,
                             const Expr *At) {
  bool System = Callee && U.inSystemHeader(Callee->getLocation());
  if (Object && !System && U.isInteresting(Object->getType())) {
    auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
    if (!Method || !Method->isConst())
      if (Place P = U.placeOf(Object))
        add(EventKind::Escape, P, At, At);
  }
  // A system function with a modelled name keeps nothing; others that build
  // user objects (make_unique<Guard>(thread)) may.
  for (size_t I = 0; I != Args.size(); ++I) {
    const Expr *A = Args[I];
    if (A->getType()->isVoidPointerType())
      A = A->IgnoreParenImpCasts();
    if (isa<CXXDefaultArgExpr>(A) || !U.isInteresting(A->getType()))
      continue;
    if (System && A->getType().isConstQualified())
      continue;
    Place P = U.placeOf(A);
    if (!P)
      continue;
    QualType Parameter;
    if (Callee && I < Callee->getNumParams())
      Parameter = Callee->getParamDecl(I)->getType();
    if (!Parameter.isNull()) {
      if (Parameter->isReferenceType() || Parameter->isPointerType()) {
        // What a shared pointer points to is not const with it, and a C handle
        // is copied from where it is, or filled.
        const ValueDecl *Last = P.last();
        bool Plain = Last && !Last->getType()->isRecordType() &&
                     !U.isContainer(Last->getType());
        if (Parameter->getPointeeType().isConstQualified() && !Plain &&
            !U.isSharingPointer(Parameter->getPointeeType()))
          continue;
      } else if (System) {
        continue;
      }
    }
    add(EventKind::Escape, P, At, At);
  }
}

void Extractor::addMayThrow(const FunctionDecl *Callee, const Expr *At) {
  const auto *Proto = Callee->getType()->getAs<FunctionProtoType>();
  if (!Proto || Proto->isNothrow() || Callee->isExternC() ||
      !U.context().getLangOpts().CXXExceptions)
    return;
  add(EventKind::MayThrow, {}, At, At).Caught = isCaught(QualType());
}

/// Whether a container's elements refer to objects elsewhere.
static bool keepsReferences(Unit &U, QualType Container) {
  auto *Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Container.getNonReferenceType()->getAsCXXRecordDecl());
  if (!Special || Special->getTemplateArgs().size() == 0)
    return false;
  const TemplateArgument &First = Special->getTemplateArgs()[0];
  return First.getKind() == TemplateArgument::Type &&
         U.isSharingPointer(First.getAsType());
}

bool Extractor::VisitCallExpr(CallExpr *C) {
  const FunctionDecl *Callee = C->getDirectCallee();
  llvm::SmallVector<const Expr *, 6> Args(C->arguments());
  const Expr *Object = nullptr;
  if (auto *Member = dyn_cast<CXXMemberCallExpr>(C))
    Object = Member->getImplicitObjectArgument();
  auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
  if (isa<CXXOperatorCallExpr>(C) && Method && Method->isInstance() &&
      !Args.empty()) {
    Object = Args.front();
    Args.erase(Args.begin());
  }
  if (!Callee) {
    // (object.*member)()
    if (auto *Bound =
            dyn_cast<BinaryOperator>(C->getCallee()->IgnoreParenImpCasts());
        Bound && Bound->isPtrMemOp()) {
      Callable Called = U.callableOf(Bound->getRHS());
      Called.Object = Bound->getLHS();
      if (Called)
        inlineCallable(Called, C, false);
      else if (U.isInteresting(Bound->getLHS()->getType()))
        add(EventKind::Escape, U.placeOf(Bound->getLHS()), C, C);
    }
    // A local pointer to a function that is never another's, as in the macros
    // around a cleanup handler.
    if (auto *Ref =
            dyn_cast<DeclRefExpr>(C->getCallee()->IgnoreParenImpCasts()))
      if (auto *V = dyn_cast<VarDecl>(Ref->getDecl());
          V && V->hasLocalStorage() && !isa<ParmVarDecl>(V))
        if (Callable Called = U.callableOf(Ref); Called.body()) {
          Called.Arguments.assign(Args.begin(), Args.end());
          inlineCallable(Called, C, false);
          return true;
        }
    for (const Expr *A : Args)
      if (U.isInteresting(A->getType()) && !A->getType().isConstQualified())
        if (Place P = U.placeOf(A))
          add(EventKind::Escape, P, C, C);
    return true;
  }

  auto *Operator = dyn_cast<CXXOperatorCallExpr>(C);
  // Assignment of a handle or of what holds one.
  if (Operator && Operator->getOperator() == OO_Equal && Object &&
      Args.size() == 1 && !U.isCounterType(Object->getType())) {
    const Expr *Source = valueOf(Args[0]);
    if (Spawn *S = U.SpawnOf.lookup(Source); S && S->Where == Fate::Unknown) {
      auto *Ref = dyn_cast<DeclRefExpr>(Object->IgnoreParenImpCasts());
      if (Ref && U.inSystemHeader(Ref->getDecl()->getLocation())) {
        S->Where = Fate::Discarded; // std::ignore = async(...)
        return true;
      }
    }
    if (U.isInteresting(Object->getType())) {
      Place Target = U.placeOf(Object);
      if (Target) {
        bool Element = Target.last() && U.isContainer(Target.last()->getType());
        size_t Before = Info.Events.size();
        land(Args[0], Target, Object->getType(), C, Element);
        if (Info.Events.size() == Before && U.heldType(Object->getType()))
          add(EventKind::Reset, Target, C, C).Element = true;
        keepFuture(Args[0], Target);
      }
      shareOn(Args[0], C, Target);
      return true;
    }
    if (Callee && !U.isVisible(Callee)) {
      passCallables(Callee, Args, C, true);
      return true;
    }
  }

  if (auto Meaning = U.lookup().call(Callee)) {
    // std::move(task).detach(): the member is called on the handle itself.
    if (Object)
      if (const Expr *Moved = valueOf(Object); isa<CallExpr>(Moved))
        llvm::erase_if(Info.Events, [&](const Event &E) {
          return E.Kind == EventKind::MoveOut && E.At == Moved;
        });
    if (Meaning->Does == Op::Spawn) {
      auto Entry = U.lookup().entryArgument(*Meaning, Args);
      unsigned Index = Entry ? *Entry : ~0u;
      const model::Function *F = Meaning->OfFunction;
      unsigned First = Index + 1;
      if (F && F->EntryArgument)
        First = *F->EntryArgument;
      else if (F && F->Object && *F->Object == Index + 1)
        First = Args.size();
      Spawn *S = makeSpawn(C, Meaning->OfType, F, Args, Index, First);
      if (F) {
        S->IsAsync = F->Returns == model::Returns::AsyncFuture;
        S->Detached = F->TaskDetached || hasDetachingToken(Args);
        S->ReportsFailure = F->Handle.Argument && C->getType()->isIntegerType();
        if (F->Object && *F->Object < Args.size())
          S->Pool = U.placeOf(Args[*F->Object]);
        if (S->IsAsync)
          S->Deferred = isDeferred(Args, Index, U.context());
        if (F->Attribute && *F->Attribute < Args.size())
          if (Place Attribute = U.placeOf(Args[*F->Attribute]))
            for (const Event &E : Info.Events)
              if (E.Kind == EventKind::MarkDetached && E.Where == Attribute)
                S->Detached = true;
        if (F->Handle.Argument && *F->Handle.Argument < Args.size()) {
          Place Handle = U.placeOf(Args[*F->Handle.Argument]);
          bool Element = Handle && Handle.last() &&
                         U.isContainer(Handle.last()->getType());
          const model::Type *HandleType = nullptr;
          HandleType = U.heldType(Args[*F->Handle.Argument]->getType());
          if (!S->Type)
            S->Type = HandleType;
          if (!S->Detached)
            start(S, Handle, C, Element);
          else
            S->Where = Fate::None;
        } else if (F->Returns == model::Returns::Nothing) {
          S->Where = Fate::None;
        }
      } else if (Object) {
        S->Pool = U.placeOf(Object);
        if (Meaning->OfType && Meaning->OfType->Role == Role::Thread) {
          // wxThread::Run: an error code, of which the first is success.
          S->ReportsFailure = C->getType()->isEnumeralType();
          start(S, S->Pool, C, false);
          // (new Worker)->start(), thread()->start(): its owner is not here.
          if (!S->Pool &&
              (Object->isLValue() || Object->getType()->isPointerType()))
            S->Where = Fate::None;
        } else if (S->Where == Fate::Unknown && C->getType()->isVoidType())
          S->Where = Fate::None;
      }
      if (S->Pool && S->Where != Fate::Stored && !S->Detached) {
        Event &E = add(EventKind::Post, S->Pool, C, C);
        E.Task = S;
        E.Type =
            U.heldType(S->Pool.last() ? S->Pool.last()->getType() : QualType());
      }
      if (S->Detached) {
        Event &E = add(EventKind::Detach, {}, C, C);
        E.Task = S;
        E.Owner = ownerHere();
        E.Status = S->ReportsFailure;
      }
      return true;
    }
    if (Meaning->Does == Op::SetDetached && Meaning->OfFunction) {
      const model::Function &F = *Meaning->OfFunction;
      Expr::EvalResult Value;
      if (F.Attribute && *F.Attribute < Args.size() && !Args.empty() &&
          Args.back()->EvaluateAsInt(Value, U.context()) && F.Value &&
          Value.Val.getInt().extOrTrunc(64).getSExtValue() == *F.Value) {
        add(EventKind::MarkDetached, U.placeOf(Args[*F.Attribute]), C, C);
      }
      return true;
    }
    if (Meaning->Does == Op::Initialize && Meaning->OfFunction) {
      if (auto Object = Meaning->OfFunction->Object;
          Object && *Object < Args.size())
        add(EventKind::Initialize, U.placeOf(Args[*Object]), C, C);
      return true;
    }
    if (Meaning->Does == Op::Make && spawnInPlace(C, nullptr, Args))
      return true;
    if (Meaning->Does == Op::Insert && Object) {
      if (spawnInPlace(C, Object, Args))
        return true;
      Place Target = U.placeOf(Object);
      if (Target && U.isInteresting(Object->getType()))
        for (const Expr *A : Args)
          land(A, Target, Object->getType(), C,
               U.isContainer(Object->getType()));
      for (const Expr *A : Args) {
        keepFuture(A, Target);
        shareOn(A, C, Target);
      }
      // Elements that iterators of another container lead to.
      for (const Expr *A : Args)
        if (U.isIterator(A->getType()) && U.isInteresting(A->getType()))
          if (Place P = U.placeOf(A); P && P != Target)
            add(EventKind::Escape, P, C, C);
      // A C handle, or a pointer to one, is copied: the container has it now.
      // Its name is that of the variable; the parameter's type is plain.
      for (const Expr *A : Args)
        if (QualType T = valueOf(A)->getType();
            !T->isRecordType() && !U.isIterator(T) && U.isInteresting(T) &&
            !U.spawnAt(valueOf(A)))
          if (Place P = U.placeOf(A); P && P != Target)
            add(EventKind::Escape, P, C, C);
      // A reference or pointer to a handle is kept by the container.
      for (const Expr *A : Args)
        if (auto *O = dyn_cast<UnaryOperator>(valueOf(A));
            O && O->getOpcode() == UO_AddrOf && U.isInteresting(A->getType()))
          add(EventKind::Escape, U.placeOf(A), C, C);
      // So is a handle that is made into a reference in an object.
      for (const Expr *A : Args)
        if (U.isInteresting(A->getType()) &&
            keepsReferences(U, Object->getType())) {
          auto *Made = dyn_cast<CXXConstructExpr>(A->IgnoreImplicit());
          const Expr *Named =
              Made && Made->getNumArgs() > 0 ? Made->getArg(0) : A;
          if (Place P = U.placeOf(Named))
            add(EventKind::Escape, P, C, C);
        }
      passCallables(Callee, Args, C, true);
      return true;
    }
    if (Meaning->OfFunction)
      addFunctionOp(*Meaning, C);
    else if (Meaning->Does == Op::Invoke && Object)
      inlineCallable(U.callableOf(Object), C, false);
    else
      addOp(*Meaning, C, Object, Args);
    return true;
  }

  const FunctionDecl *Definition = nullptr;
  Callee->hasBody(Definition);
  if (Definition && U.isVisible(Callee)) {
    CallFrame Frame;
    Frame.Callee = Definition;
    Frame.IsLambda = Method && Method->getParent()->isLambda();
    Frame.Arguments.append(Args.begin(), Args.end());
    if (Object && !Frame.IsLambda)
      Frame.Object = U.placeOf(Object);
    inlineCallee(Definition, Frame, C);
    passCallables(Callee, Args, C, true);
    helperSpawn(C, Callee);
    return true;
  }
  bool System = U.inSystemHeader(Callee->getLocation());
  if (System && Method && Method->getOverloadedOperator() == OO_Call && Object)
    inlineCallable(U.callableOf(Object), C, false);
  passCallables(Callee, Args, C, !System);
  if (!System) {
    passToUnseen(Callee, Object, Args, C);
    addMayThrow(Callee, C);
    return true;
  }
  // The standard library keeps nothing that it is not given to keep; another
  // one may join.
  if (!isOfStandardLibrary(Callee))
    for (size_t I = 0; I != Args.size() && I < Callee->getNumParams(); ++I) {
      QualType Parameter = Callee->getParamDecl(I)->getType();
      const model::Type *Held = U.heldType(Args[I]->getType());
      if (Held && (Held->Role == Role::Thread || Held->Role == Role::Future) &&
          Parameter->isLValueReferenceType() &&
          !Parameter->getPointeeType().isConstQualified())
        if (Place P = U.placeOf(Args[I]))
          add(EventKind::Escape, P, C, C);
    }
  // memcpy(list, &thread, sizeof thread): a C handle has another name then.
  for (const Expr *A : Args) {
    const Expr *Named = A->IgnoreParenImpCasts();
    Place P =
        A->getType()->isVoidPointerType() && U.isInteresting(Named->getType())
            ? U.placeOf(Named)
            : Place();
    if (P && P.last() && !P.last()->getType()->isRecordType())
      add(EventKind::Escape, P, C, C);
  }
  return true;
}

bool Extractor::VisitCXXConstructExpr(CXXConstructExpr *C) {
  const CXXConstructorDecl *Constructor = C->getConstructor();
  llvm::SmallVector<const Expr *, 4> Args(C->arguments());
  if (auto Meaning = U.lookup().call(Constructor)) {
    if (Meaning->Does == Op::Spawn) {
      auto Entry = U.lookup().entryArgument(*Meaning, Args);
      unsigned Index = Entry ? *Entry : ~0u;
      makeSpawn(C, Meaning->OfType, nullptr, Args, Index, Index + 1);
    }
    return true;
  }
  if (Constructor->isCopyOrMoveConstructor())
    return true;
  // optional(in_place, entry, ...): a tag says that the rest makes the value.
  if (U.inSystemHeader(Constructor->getLocation()) && Args.size() > 1) {
    const CXXRecordDecl *Tag = Args[0]->getType()->getAsCXXRecordDecl();
    if (Tag && !Tag->isLambda() && Tag->isEmpty() &&
        U.inSystemHeader(Tag->getLocation()) && spawnInPlace(C, nullptr, Args))
      return true;
  }
  Place Target = Constructed.lookup(C);
  const FunctionDecl *Definition = nullptr;
  bool Visible = U.isVisible(Constructor) && Constructor->hasBody(Definition);
  if (Visible) {
    CallFrame Frame;
    Frame.Callee = Definition;
    Frame.Arguments.append(Args.begin(), Args.end());
    Frame.Object = Target;
    inlineCallee(Definition, Frame, C);
  }
  bool System = U.inSystemHeader(Constructor->getLocation());
  passCallables(Constructor, Args, C, true);
  const VarDecl *V = Target.variable();
  bool LocalObject = V && V->hasLocalStorage() && Target.path().empty();
  bool UnderstoodGuard =
      LocalObject && Visible && U.destructorVisible(Constructor->getParent());
  if (!System && !UnderstoodGuard)
    passToUnseen(Constructor, nullptr, Args, C);
  // A library's guard, which keeps a reference to a handle and ends it.
  if (System && C->getType().isDestructedType() == QualType::DK_cxx_destructor)
    for (unsigned I = 0; I != Args.size(); ++I)
      if (QualType T = I < Constructor->getNumParams()
                           ? Constructor->getParamDecl(I)->getType()
                           : QualType();
          !T.isNull() && T->isLValueReferenceType() &&
          !T->getPointeeType().isConstQualified())
        if (const model::Type *Held = U.lookup().type(T->getPointeeType());
            Held && Held->Role == Role::Thread)
          if (Place P = U.placeOf(Args[I]))
            add(EventKind::Escape, P, C, C);
  if (!System && !Visible && !Constructor->isImplicit())
    addMayThrow(Constructor, C);
  return true;
}

bool Extractor::VisitVarDecl(VarDecl *V) {
  QualType T = V->getType();
  if (const Expr *Init = V->getInit(); Init && !isa<ParmVarDecl>(V)) {
    Place Target = T->isReferenceType() ? Place() : Place::variable(V);
    // A reference that extends a temporary owns it.
    if (T->isReferenceType() && isa<CXXConstructExpr, CallExpr>(valueOf(Init)))
      if (U.spawnAt(valueOf(Init)))
        Target = Place::variable(V);
    if (Target && (U.isInteresting(T) || U.spawnAt(valueOf(Init))))
      land(Init, Target, T, Init, U.isContainer(T));
    // A copied C handle or a pointer that moves on has two names.
    bool Copies = !T->isReferenceType() && !T->isRecordType() &&
                  !V->isCXXForRangeDecl() && U.isInteresting(T);
    if (Copies && (!T->isPointerType() || U.isReassigned(V)))
      if (Place P = U.placeOf(Init))
        add(EventKind::Escape, P, Init, Init);
  }
  if (V->hasLocalStorage() && !isa<ParmVarDecl>(V) && T->isRecordType()) {
    for (Event &E : U.destructorOf(V)) {
      E.Guard = V;
      E.At = V->getInit();
      E.Loop = Loops.empty() ? nullptr : Loops.back();
      Info.Events.push_back(std::move(E));
    }
    addDeleter(V);
  }
  return true;
}

/// What the deleter that a smart pointer is given does when it dies.
void Extractor::addDeleter(const VarDecl *V) {
  const model::Type *M = U.lookup().type(V->getType());
  auto *C = V->getInit() ? dyn_cast<CXXConstructExpr>(valueOf(V->getInit()))
                         : nullptr;
  if (!M || !M->Deleter || !C || C->getNumArgs() <= *M->Deleter ||
      isa<CXXDefaultArgExpr>(C->getArg(*M->Deleter)))
    return;
  Callable Deleter = U.callableOf(C->getArg(*M->Deleter));
  const FunctionDecl *Body = Deleter.body();
  std::vector<Event> Effects;
  if (!Body || U.inSystemHeader(Body->getLocation())) {
    Event Unknown;
    Unknown.Kind = EventKind::Escape;
    Unknown.Where = Place::variable(V);
    Effects.push_back(std::move(Unknown));
  } else {
    CallFrame Frame = U.entryFrame(Deleter);
    Frame.Arguments.assign({C->getArg(0)});
    for (Event E : U.info(Body).Events) {
      Place Seen = U.translate(E.Where, Frame);
      if (auto *P = dyn_cast_or_null<ParmVarDecl>(E.Where.variable());
          !Seen && P && P->getDeclContext() == Body)
        Seen = E.Where.rebased(Place::variable(V));
      if (!Seen)
        continue;
      E.Where = Seen;
      Effects.push_back(std::move(E));
    }
  }
  for (Event &E : Effects) {
    E.Guard = V;
    E.At = V->getInit();
    E.Loop = Loops.empty() ? nullptr : Loops.back();
    Info.Events.push_back(std::move(E));
  }
}

} // namespace joinery
