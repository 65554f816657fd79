//===- Calls.cpp - What a function may run --------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/Calls.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace joinery::facts {

static constexpr unsigned MaxTypeDepth = 6;

static void
addDestroyed(Unit &U, QualType T, unsigned Depth,
             llvm::SmallPtrSetImpl<const CXXRecordDecl *> &Seen,
             llvm::SmallVectorImpl<const CXXDestructorDecl *> &Out) {
  if (T.isNull() || Depth > MaxTypeDepth)
    return;
  T = U.context().getBaseElementType(T);
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R || !(R = R->getDefinition()) || !Seen.insert(R).second)
    return;
  if (U.inSystemHeader(R->getLocation())) {
    // What the library's template holds dies with it.
    if (auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(R))
      for (const TemplateArgument &A : Special->getTemplateArgs().asArray()) {
        if (A.getKind() == TemplateArgument::Type)
          addDestroyed(U, A.getAsType(), Depth + 1, Seen, Out);
        else if (A.getKind() == TemplateArgument::Pack)
          for (const TemplateArgument &One : A.pack_elements())
            if (One.getKind() == TemplateArgument::Type)
              addDestroyed(U, One.getAsType(), Depth + 1, Seen, Out);
      }
    return;
  }
  if (R->hasTrivialDestructor())
    return;
  const CXXDestructorDecl *D = R->getDestructor();
  if (D && D->isUserProvided()) {
    Out.push_back(D);
    // The visible one's own walk adds its members.
    return;
  }
  for (const FieldDecl *F : R->fields())
    addDestroyed(U, F->getType(), Depth + 1, Seen, Out);
  for (const CXXBaseSpecifier &B : R->bases())
    addDestroyed(U, B.getType(), Depth + 1, Seen, Out);
}

llvm::SmallVector<const CXXDestructorDecl *, 4> destroyedWith(Unit &U,
                                                              QualType T) {
  llvm::SmallVector<const CXXDestructorDecl *, 4> Out;
  llvm::SmallPtrSet<const CXXRecordDecl *, 8> Seen;
  addDestroyed(U, T, 0, Seen, Out);
  return Out;
}

namespace {

class Walk : public RecursiveASTVisitor<Walk> {
public:
  Walk(Unit &U, const FunctionDecl *F) : U(U), In(F) {}

  void run() {
    if (auto *C = dyn_cast<CXXConstructorDecl>(In))
      for (const CXXCtorInitializer *I : C->inits())
        TraverseStmt(I->getInit());
    if (auto *D = dyn_cast<CXXDestructorDecl>(In)) {
      for (const FieldDecl *F : D->getParent()->fields())
        dies(F->getType(), D->getBody(), nullptr);
      for (const CXXBaseSpecifier &B : D->getParent()->bases())
        dies(B.getType(), D->getBody(), nullptr);
    }
    TraverseStmt(In->getBody());
  }

  bool TraverseStmt(Stmt *S, DataRecursionQueue * = nullptr) {
    bool IsCall = isa_and_nonnull<CallExpr, CXXConstructExpr>(S);
    if (IsCall)
      Around.push_back(S);
    bool Go = RecursiveASTVisitor::TraverseStmt(S);
    if (IsCall)
      Around.pop_back();
    return Go;
  }

  bool TraverseLambdaExpr(LambdaExpr *L) {
    for (Expr *Init : L->capture_inits())
      TraverseStmt(Init);
    const FunctionDecl *SavedIn = In;
    const Stmt *SavedLambda = Lambda;
    if (!Lambda)
      Lambda = L;
    auto Enter = [&](const FunctionDecl *Body) {
      if (!Body->hasBody() || Body->isDependentContext())
        return;
      In = Body;
      TraverseStmt(Body->getBody());
    };
    const CXXMethodDecl *Operator = L->getCallOperator();
    if (const FunctionTemplateDecl *T =
            Operator->getDescribedFunctionTemplate())
      for (const FunctionDecl *Instance : T->specializations())
        Enter(Instance);
    else
      Enter(Operator);
    In = SavedIn;
    Lambda = SavedLambda;
    return true;
  }
  // Operands that are not evaluated, and what is declared, not run.
  bool TraverseUnaryExprOrTypeTraitExpr(UnaryExprOrTypeTraitExpr *) {
    return true;
  }
  bool TraverseCXXNoexceptExpr(CXXNoexceptExpr *) { return true; }
  bool TraverseTypeLoc(TypeLoc, bool = true) { return true; }
  bool TraverseCXXRecordDecl(CXXRecordDecl *) { return true; }
  bool TraverseFunctionDecl(FunctionDecl *) { return true; }

  bool VisitCXXDefaultInitExpr(CXXDefaultInitExpr *E) {
    return TraverseStmt(E->getExpr());
  }

  bool VisitCallExpr(CallExpr *C) {
    const FunctionDecl *Callee = C->getDirectCallee();
    if (!Callee || isKeptCallable(C, Callee)) {
      if (!isa<CXXPseudoDestructorExpr>(C->getCallee()))
        Calls.push_back(call(nullptr, C));
      return true;
    }
    Called.insert(C->getCallee()->IgnoreParenImpCasts());
    OutCall O = call(Callee, C);
    llvm::ArrayRef<const Expr *> Args(C->getArgs(), C->getNumArgs());
    const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    if (auto *Member = dyn_cast<CXXMemberCallExpr>(C)) {
      O.Object = Member->getImplicitObjectArgument();
      auto *Name = dyn_cast<MemberExpr>(C->getCallee()->IgnoreParenImpCasts());
      O.Virtual =
          Method && Method->isVirtual() && !(Name && Name->hasQualifier());
    } else if (isa<CXXOperatorCallExpr>(C) && Method && Method->isInstance() &&
               !Args.empty()) {
      O.Object = Args[0];
      Args = Args.drop_front();
      O.Virtual = Method->isVirtual();
    }
    O.Arguments.append(Args.begin(), Args.end());
    add(std::move(O));
    return true;
  }

  bool VisitCXXConstructExpr(CXXConstructExpr *C) {
    OutCall O = call(C->getConstructor(), C);
    O.Arguments.append(C->arg_begin(), C->arg_end());
    add(std::move(O));
    return true;
  }

  bool VisitCXXBindTemporaryExpr(CXXBindTemporaryExpr *E) {
    dies(E->getType(), E, nullptr);
    return true;
  }

  bool VisitCXXDeleteExpr(CXXDeleteExpr *E) {
    QualType T = E->getDestroyedType();
    const CXXRecordDecl *R = T.isNull() ? nullptr : T->getAsCXXRecordDecl();
    const CXXDestructorDecl *D =
        R && R->hasDefinition() ? R->getDestructor() : nullptr;
    if (D && D->isVirtual()) {
      OutCall O = call(D, E);
      O.Virtual = true;
      add(std::move(O));
      return true;
    }
    dies(T, E, nullptr);
    return true;
  }

  bool VisitVarDecl(VarDecl *V) {
    if (!isa<ParmVarDecl>(V) && V->hasLocalStorage() &&
        !V->getType()->isReferenceType())
      dies(V->getType(), V->getInit(), V);
    return true;
  }

  /// A function that is named and not called here may be called by whoever gets
  /// it.
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (auto *F = dyn_cast<FunctionDecl>(E->getDecl());
        F && !Called.contains(E))
      named(F, E);
    return true;
  }

  std::vector<OutCall> Calls;

private:
  /// std::function and its kin: what is called was kept in an object.
  bool isKeptCallable(const CallExpr *C, const FunctionDecl *Callee) {
    auto *M = dyn_cast<CXXMethodDecl>(Callee);
    return M && M->getOverloadedOperator() == OO_Call &&
           !M->getParent()->isLambda() && U.inSystemHeader(M->getLocation()) &&
           isa<CXXOperatorCallExpr>(C);
  }
  OutCall call(const FunctionDecl *Callee, const Stmt *At) {
    OutCall O;
    O.Callee = Callee;
    O.At = Lambda ? Lambda : At;
    O.Later = Lambda != nullptr;
    O.In = In;
    return O;
  }
  void named(const FunctionDecl *F, const Stmt *At) {
    OutCall O = call(F, Around.empty() ? At : Around.back());
    O.Later = true;
    add(std::move(O));
  }
  void dies(QualType T, const Stmt *At, const VarDecl *V) {
    for (const CXXDestructorDecl *D : destroyedWith(U, T)) {
      OutCall O = call(D, At);
      O.Dies = V;
      // What a smart pointer holds may be of a derived class.
      O.Virtual = D->isVirtual();
      add(std::move(O));
    }
  }
  void add(OutCall O) {
    const FunctionDecl *F = O.Callee;
    if (F->isDependentContext() || F->getBuiltinID() ||
        U.inSystemHeader(F->getLocation()) ||
        (F->isImplicit() && !F->hasBody()))
      return;
    if (auto *M = dyn_cast<CXXMethodDecl>(F); M && M->getParent()->isLambda())
      return; // Its body is walked where it is written.
    Calls.push_back(std::move(O));
  }

  Unit &U;
  const FunctionDecl *In;
  const Stmt *Lambda = nullptr; ///< The outermost that is being walked.
  llvm::SmallVector<const Stmt *, 8> Around; ///< Calls, outer ones first.
  llvm::SmallPtrSet<const Expr *, 16> Called;
};

} // namespace

std::vector<const FunctionDecl *> namedIn(Unit &U, const Expr *E) {
  struct Names : RecursiveASTVisitor<Names> {
    std::vector<const FunctionDecl *> Found;
    bool VisitDeclRefExpr(DeclRefExpr *R) {
      if (auto *F = dyn_cast<FunctionDecl>(R->getDecl()))
        Found.push_back(F);
      return true;
    }
  } In;
  In.TraverseStmt(const_cast<Expr *>(E));
  llvm::erase_if(In.Found, [&](const FunctionDecl *F) {
    return F->isDependentContext() || U.inSystemHeader(F->getLocation());
  });
  return std::move(In.Found);
}

std::vector<OutCall> callsOf(Unit &U, const FunctionDecl *F) {
  const FunctionDecl *Definition = nullptr;
  if (!F->hasBody(Definition))
    return {};
  Walk W(U, Definition);
  W.run();
  return std::move(W.Calls);
}

} // namespace joinery::facts
