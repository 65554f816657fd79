//===- Unit.cpp - The task model of one translation unit ------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The one walk over a unit's declarations, and the questions about types,
// callees and classes that need no events. Places and callables are resolved
// in Resolve.cpp, events are made in the Extract files.
//
//===----------------------------------------------------------------------===//

#include "task/Unit.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;
using joinery::model::Op;
using joinery::model::Role;

namespace joinery {

/// Finds bodies, classes, lambdas, call sites and reassigned variables.
class Collector : public RecursiveASTVisitor<Collector> {
public:
  explicit Collector(Unit &U) : U(U) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool TraverseDecl(Decl *D) {
    if (!D)
      return true;
    if (auto *F = dyn_cast<FunctionDecl>(D)) {
      // Patterns of templates are seen through their instantiations.
      if (F->isDependentContext())
        return true;
      const FunctionDecl *Saved = Current;
      Current = F;
      bool Go = RecursiveASTVisitor::TraverseDecl(D);
      Current = Saved;
      return Go;
    }
    if (auto *R = dyn_cast<CXXRecordDecl>(D)) {
      if (R->isDependentContext())
        return true;
    }
    // Clang's own traversal asserts on instances whose arguments are written
    // out (variable templates that are members of class templates).
    if (auto *V = dyn_cast<VarTemplateSpecializationDecl>(D);
        V && V->getTemplateSpecializationKind() == TSK_ImplicitInstantiation)
      return VisitVarDecl(V) && TraverseStmt(V->getInit());
    return RecursiveASTVisitor::TraverseDecl(D);
  }

  bool VisitFunctionDecl(FunctionDecl *F) {
    if (!F->doesThisDeclarationHaveABody() || F->isDependentContext())
      return true;
    // A static function of a header that this file makes no use of never runs.
    const SourceManager &Sources = U.Context.getSourceManager();
    if (F->getStorageClass() == SC_Static && !isa<CXXMethodDecl>(F) &&
        !F->isReferenced() && !F->isUsed() &&
        !Sources.isInMainFile(Sources.getExpansionLoc(F->getLocation())))
      return true;
    U.Functions.insert(F);
    if (F->isMain())
      U.Main = F;
    return true;
  }

  bool VisitCXXRecordDecl(CXXRecordDecl *R) {
    if (R->isThisDeclarationADefinition() && !R->isDependentContext() &&
        !R->isLambda())
      U.Classes.insert(R);
    return true;
  }

  bool TraverseLambdaExpr(LambdaExpr *L) {
    for (unsigned I = 0, N = L->capture_size(); I != N; ++I)
      if (!TraverseLambdaCapture(L, L->capture_begin() + I,
                                 L->capture_init_begin()[I]))
        return false;
    CXXMethodDecl *Call = L->getCallOperator();
    if (FunctionTemplateDecl *Template = Call->getDescribedFunctionTemplate()) {
      for (FunctionDecl *Instance : Template->specializations())
        if (!traverseLambdaBody(L, Instance))
          return false;
      return true;
    }
    return traverseLambdaBody(L, Call);
  }

  bool VisitVarDecl(VarDecl *V) {
    if (!U.HasHandles && U.heldType(V->getType()))
      U.HasHandles = true;
    if (V->hasGlobalStorage() && V->getInit() && !V->isConstexpr() &&
        !V->getType()->isDependentType() &&
        !V->getType()->isIntegralOrEnumerationType())
      U.Initialized.push_back(V);
    if (V->hasGlobalStorage() && !V->getType()->isDependentType() &&
        V->isThisDeclarationADefinition() != VarDecl::DeclarationOnly &&
        (V->needsDestruction(U.context()) || U.heldType(V->getType())))
      U.Globals.push_back(V);
    return true;
  }

  bool VisitFieldDecl(FieldDecl *F) {
    if (!U.HasHandles && U.heldType(F->getType()))
      U.HasHandles = true;
    return true;
  }

  bool VisitCallExpr(CallExpr *C) {
    const FunctionDecl *Callee = C->getDirectCallee();
    if (!Callee)
      return true;
    addCall(C, Callee);
    return true;
  }

  bool VisitCXXConstructExpr(CXXConstructExpr *C) {
    addCall(C, C->getConstructor());
    return true;
  }

  bool VisitBinaryOperator(BinaryOperator *B) {
    if (B->isAssignmentOp())
      markAssigned(B->getLHS());
    return true;
  }

  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *C) {
    if (C->isAssignmentOp() && C->getNumArgs() == 2)
      markAssigned(C->getArg(0));
    return true;
  }

  bool VisitUnaryOperator(UnaryOperator *O) {
    if (O->isIncrementDecrementOp())
      markAssigned(O->getSubExpr());
    return true;
  }

private:
  bool traverseLambdaBody(LambdaExpr *L, FunctionDecl *Call) {
    if (Call->isDependentContext() || !Call->getBody())
      return true;
    U.Lambdas[Call] = L;
    U.LambdaParents[Call] = Current;
    U.Functions.insert(Call);
    const FunctionDecl *Saved = Current;
    Current = Call;
    bool Go = TraverseStmt(Call->getBody());
    Current = Saved;
    return Go;
  }

  void addCall(Expr *Call, const FunctionDecl *Callee) {
    if (auto Meaning = U.Lookup.call(Callee)) {
      if (Meaning->Does == Op::Spawn || Meaning->Does == Op::Detach)
        U.HasHandles = true;
      return;
    }
    U.Callers[Callee->getCanonicalDecl()].push_back({Call, Current});
    // A handle can come from another unit, and be dropped at once.
    if (!U.HasHandles && !Callee->isDefined() &&
        U.heldType(Callee->getReturnType()))
      U.HasHandles = true;
  }

  void markAssigned(const Expr *E) {
    E = E->IgnoreParenImpCasts();
    if (auto *Ref = dyn_cast<DeclRefExpr>(E))
      U.Reassigned.insert(Ref->getDecl()->getCanonicalDecl());
    if (auto *Member = dyn_cast<MemberExpr>(E))
      if (auto *Ref =
              dyn_cast<DeclRefExpr>(Member->getBase()->IgnoreParenImpCasts()))
        U.FieldWritten.insert(Ref->getDecl()->getCanonicalDecl());
  }

  Unit &U;
  const FunctionDecl *Current = nullptr;
};

Unit::Unit(ASTContext &Context, std::shared_ptr<const model::Model> Model)
    : Context(Context), ModelHeld(std::move(Model)), Lookup(*ModelHeld) {
  collect();
}

Unit::~Unit() = default;

void Unit::collect() {
  Collector Walk(*this);
  const SourceManager &Sources = Context.getSourceManager();
  for (Decl *D : Context.getTraversalScope()) {
    auto *TU = dyn_cast<TranslationUnitDecl>(D);
    if (!TU) {
      Walk.TraverseDecl(D);
      continue;
    }
    for (Decl *Top : TU->decls())
      if (!Sources.isInSystemHeader(Top->getLocation()) &&
          Top->getLocation().isValid())
        Walk.TraverseDecl(Top);
  }
  if (!HasHandles)
    return;
  for (size_t I = 0; I != Functions.size(); ++I)
    info(Functions[I]);
}

bool Unit::inSystemHeader(SourceLocation Loc) const {
  return Loc.isInvalid() || Context.getSourceManager().isInSystemHeader(Loc);
}

bool Unit::isVisible(const FunctionDecl *F) const {
  const FunctionDecl *Definition = nullptr;
  return F && F->hasBody(Definition) && !Definition->isDependentContext() &&
         !inSystemHeader(Definition->getLocation());
}

llvm::ArrayRef<Unit::CallSite> Unit::callers(const FunctionDecl *F) const {
  auto Found = Callers.find(F->getCanonicalDecl());
  if (Found == Callers.end())
    return {};
  return Found->second;
}

llvm::SmallVector<Unit::CallSite, 4> Unit::unseenCallsReturning(model::Role R) {
  llvm::SmallVector<CallSite, 4> Result;
  for (const auto &[Callee, Sites] : Callers) {
    const model::Type *T = Lookup.type(Callee->getReturnType());
    if (T && T->Role == R && !Callee->hasBody() &&
        !inSystemHeader(Callee->getLocation()))
      Result.append(Sites.begin(), Sites.end());
  }
  const SourceManager &Sources = Context.getSourceManager();
  llvm::sort(Result, [&](const CallSite &L, const CallSite &R) {
    return Sources.isBeforeInTranslationUnit(L.Call->getBeginLoc(),
                                             R.Call->getBeginLoc());
  });
  return Result;
}

const Spawn *Unit::spawnAt(const Expr *E) const {
  return E ? SpawnOf.lookup(E) : nullptr;
}

const LambdaExpr *Unit::lambdaOf(const FunctionDecl *F) const {
  return Lambdas.lookup(F);
}

const FunctionDecl *Unit::outermost(const FunctionDecl *F) const {
  while (F) {
    auto Found = LambdaParents.find(F);
    if (Found == LambdaParents.end() || !Found->second)
      return F;
    F = Found->second;
  }
  return F;
}

const CXXRecordDecl *Unit::classOf(const FunctionDecl *F) const {
  auto *M = dyn_cast_or_null<CXXMethodDecl>(outermost(F));
  const CXXRecordDecl *R = M ? M->getParent() : nullptr;
  // A lambda in the initializer of a member.
  while (R && R->isLambda())
    R = dyn_cast<CXXRecordDecl>(R->getDeclContext());
  return R ? R->getCanonicalDecl() : nullptr;
}

bool Unit::canBeThis(const FunctionDecl *F, const CXXRecordDecl *Class) const {
  const CXXRecordDecl *Other = classOf(F);
  Other = Other ? Other->getDefinition() : nullptr;
  Class = Class->getDefinition();
  return Other && Class &&
         (Other == Class || Other->isDerivedFrom(Class) ||
          Class->isDerivedFrom(Other));
}

const FunctionDecl *Unit::enclosing(const LambdaExpr *L) const {
  return LambdaParents.lookup(L->getCallOperator());
}

static QualType stripIndirections(QualType T) {
  while (!T.isNull()) {
    QualType Next = T;
    if (T->isReferenceType() || T->isPointerType())
      Next = T->getPointeeType();
    else if (const ArrayType *A = T->getAsArrayTypeUnsafe())
      Next = A->getElementType();
    if (Next == T)
      break;
    T = Next;
  }
  return T;
}

/// C handles such as pthread_t are typedefs of integers or pointers.
static const model::Type *typedefModel(QualType T, const model::Model &M) {
  while (const auto *Sugar = T->getAs<TypedefType>()) {
    if (const model::Type *Found =
            M.findType(Sugar->getDecl()->getNameAsString()))
      return Found;
    QualType Next = Sugar->desugar();
    if (Next == T)
      break;
    T = Next;
  }
  return nullptr;
}

/// Whether a library's template holds one of several types, told apart when the
/// program runs.
static bool isAlternative(const ClassTemplateSpecializationDecl &Special) {
  for (const Decl *D : Special.decls())
    if (const auto *M = dyn_cast<CXXMethodDecl>(D))
      if (M->getDeclName().isIdentifier() &&
          M->getName() == "valueless_by_exception")
        return true;
  return false;
}

const model::Type *Unit::heldType(QualType T, bool *InHolder) {
  if (T.isNull() || T->isDependentType())
    return nullptr;
  for (unsigned Depth = 0; Depth != 6; ++Depth) {
    if (const model::Type *C = typedefModel(T, Lookup.model()))
      return model::carriesTask(C) ? C : nullptr;
    QualType Stripped = T;
    if (T->isReferenceType() || T->isPointerType())
      Stripped = T->getPointeeType();
    else if (const ArrayType *A = T->getAsArrayTypeUnsafe()) {
      if (InHolder)
        *InHolder = true;
      Stripped = A->getElementType();
    }
    if (Stripped == T)
      break;
    T = Stripped;
  }
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record) {
    const RecordDecl *Plain = T->getAsRecordDecl();
    const model::Type *C = Plain ? Lookup.type(Plain) : nullptr;
    return model::carriesTask(C) ? C : nullptr;
  }
  const model::Type *Direct = Lookup.type(Record);
  if (model::carriesTask(Direct))
    return Direct;
  auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(Record);
  if (!Special || !inSystemHeader(Special->getLocation()) ||
      isAlternative(*Special))
    return nullptr;
  // Callables that mention a handle in their signature do not hold one.
  for (const TemplateArgument &A : Special->getTemplateArgs().asArray()) {
    auto Check = [&](const TemplateArgument &Arg) -> const model::Type * {
      if (Arg.getKind() != TemplateArgument::Type ||
          Arg.getAsType()->isFunctionType())
        return nullptr;
      return heldType(Arg.getAsType(), nullptr);
    };
    if (A.getKind() == TemplateArgument::Pack) {
      for (const TemplateArgument &P : A.pack_elements())
        if (const model::Type *Found = Check(P)) {
          if (InHolder)
            *InHolder = true;
          return Found;
        }
    } else if (const model::Type *Found = Check(A)) {
      if (InHolder)
        *InHolder = true;
      return Found;
    }
  }
  return nullptr;
}

/// Whether a library's template holds several handles: a pair, a tuple, an
/// array behind a smart pointer.
static bool holdsSeveral(Unit &U,
                         const ClassTemplateSpecializationDecl &Special) {
  unsigned Handles = 0;
  auto Count = [&](const TemplateArgument &A) {
    if (A.getKind() != TemplateArgument::Type || !U.heldType(A.getAsType()))
      return;
    // Deleters and allocators are no parts.
    const CXXRecordDecl *Part = A.getAsType()->getAsCXXRecordDecl();
    Handles += !Part || !Part->hasDefinition() || !Part->isEmpty();
  };
  for (const TemplateArgument &A : Special.getTemplateArgs().asArray()) {
    // unique_ptr<thread[]>
    if (A.getKind() == TemplateArgument::Type && A.getAsType()->isArrayType())
      return true;
    if (A.getKind() == TemplateArgument::Pack)
      llvm::for_each(A.pack_elements(), Count);
    else
      Count(A);
  }
  return Handles > 1;
}

/// Whether one can iterate over a library's template.
static bool canIterate(Unit &U,
                       const ClassTemplateSpecializationDecl &Special) {
  for (const Decl *D : Special.decls())
    if (const auto *M = dyn_cast<NamedDecl>(D))
      if (M->getDeclName().isIdentifier() && M->getName() == "begin")
        return true;
  for (const CXXBaseSpecifier &B : Special.bases())
    if (const auto *Base = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
            B.getType()->getAsCXXRecordDecl());
        Base && U.inSystemHeader(Base->getLocation()) && canIterate(U, *Base))
      return true;
  return false;
}

bool Unit::isContainer(QualType T) {
  if (T.isNull())
    return false;
  T = T.getNonReferenceType();
  if (T->isArrayType())
    return true;
  const auto *Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  if (!Special || !inSystemHeader(Special->getLocation()))
    return false;
  return holdsSeveral(*this, *Special) || canIterate(*this, *Special);
}

bool Unit::isSharingPointer(QualType T) {
  const RecordDecl *Record = T.getNonReferenceType()->getAsRecordDecl();
  const model::Type *M = Record ? Lookup.type(Record) : nullptr;
  return M && (M->Sharing || M->Role == Role::Wrapper);
}

bool Unit::isIterator(QualType T) {
  const RecordDecl *Record = T.getNonReferenceType()->getAsRecordDecl();
  const model::Type *M = Record ? Lookup.type(Record) : nullptr;
  return M && M->Members.lookup("operator*") == Op::Access && !M->Deleter &&
         !M->Sharing;
}

llvm::SmallPtrSet<const FunctionDecl *, 16>
Unit::reachedFrom(const FunctionDecl *F) {
  llvm::SmallPtrSet<const FunctionDecl *, 16> Reached{F};
  llvm::SmallVector<const FunctionDecl *, 16> Work{F};
  while (!Work.empty())
    for (const Called &Call : info(Work.pop_back_val()).Calls) {
      const FunctionDecl *Callee = nullptr;
      if (!Call.Later && Call.Frame.Callee &&
          Call.Frame.Callee->hasBody(Callee) && Reached.insert(Callee).second)
        Work.push_back(Callee);
    }
  return Reached;
}

bool Unit::isCounterType(QualType T) {
  if (T.isNull())
    return false;
  T = T.getNonReferenceType();
  if (T->isIntegralOrEnumerationType())
    return true;
  const model::Type *M = Lookup.type(T);
  return M && M->Role == Role::Atomic;
}

bool Unit::isPlainStruct(QualType T) {
  const auto *R = T.getNonReferenceType()->getAsRecordDecl();
  const auto *Class = dyn_cast_or_null<CXXRecordDecl>(R);
  if (!R || (Class && !Class->hasDefinition()))
    return false;
  if (Class)
    for (const CXXMethodDecl *M : Class->methods())
      if (!M->isImplicit() && !isa<CXXConstructorDecl, CXXDestructorDecl>(M))
        return false;
  return true;
}

bool Unit::isInteresting(QualType T) {
  if (T.isNull() || T->isDependentType())
    return false;
  if (heldType(T))
    return true;
  T = stripIndirections(T);
  const RecordDecl *Record = T->getAsRecordDecl();
  if (!Record || !(Record = Record->getDefinition()))
    return false;
  auto [It, New] = Interesting.try_emplace(Record, 0);
  if (!New)
    return It->second > 0;
  bool Result = false;
  if (inSystemHeader(Record->getLocation())) {
    // A holder of a user's class that holds a handle.
    if (auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(Record))
      for (const TemplateArgument &A : Special->getTemplateArgs().asArray())
        if (A.getKind() == TemplateArgument::Type &&
            !A.getAsType()->isFunctionType())
          Result |= isInteresting(A.getAsType());
  } else {
    for (const FieldDecl *F : Record->fields())
      if (isInteresting(F->getType())) {
        Result = true;
        break;
      }
    if (const auto *Class = dyn_cast<CXXRecordDecl>(Record); Class && !Result)
      for (const CXXBaseSpecifier &B : Class->bases())
        Result |= isInteresting(B.getType());
  }
  Interesting[Record] = Result ? 1 : 0;
  return Result;
}

bool Unit::destructorVisible(const CXXRecordDecl *Record) {
  Record = Record->getDefinition();
  if (!Record)
    return false;
  if (inSystemHeader(Record->getLocation()))
    return true;
  const CXXDestructorDecl *D = Record->getDestructor();
  if (D && D->isUserProvided() && !D->hasBody())
    return false;
  if (D && D->isDeleted())
    return false;
  for (const CXXBaseSpecifier &B : Record->bases())
    if (const CXXRecordDecl *Base = B.getType()->getAsCXXRecordDecl())
      if (!destructorVisible(Base))
        return false;
  return true;
}

} // namespace joinery
