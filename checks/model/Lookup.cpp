//===- Lookup.cpp - Finds declarations in the model -----------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Names are only built for declarations whose last component the model knows,
// so that most look-ups cost one string hash, once per declaration.
//
//===----------------------------------------------------------------------===//

#include "model/Model.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace joinery::model {

/// The last component of a declaration's name as the model spells it, or an
/// empty string for what the model cannot name (lambdas, destructors).
static llvm::StringRef lastName(const NamedDecl *Decl) {
  DeclarationName Name = Decl->getDeclName();
  switch (Name.getNameKind()) {
  case DeclarationName::Identifier: {
    if (Name)
      return Decl->getName();
    // typedef union { ... } sem_t;
    const auto *Tag = dyn_cast<TagDecl>(Decl);
    const NamedDecl *Typedef = Tag ? Tag->getTypedefNameForAnonDecl() : nullptr;
    return Typedef ? Typedef->getName() : llvm::StringRef();
  }
  case DeclarationName::CXXOperatorName: {
    static const llvm::StringLiteral Spellings[] = {
        "",
#define OVERLOADED_OPERATOR(Name, Spelling, Token, Unary, Binary, MemberOnly)  \
  "operator" Spelling,
#include "clang/Basic/OperatorKinds.def"
    };
    return Spellings[Name.getCXXOverloadedOperator()];
  }
  case DeclarationName::CXXConversionFunctionName:
    return "operator";
  case DeclarationName::CXXConstructorName:
    return lastName(cast<NamedDecl>(Decl->getDeclContext()));
  default:
    return "";
  }
}

std::string qualifiedName(const NamedDecl *Decl) {
  llvm::SmallVector<llvm::StringRef, 6> Parts = {lastName(Decl)};
  for (const DeclContext *Context = Decl->getDeclContext(); Context;
       Context = Context->getParent()) {
    const auto *Scope = dyn_cast<NamedDecl>(Context);
    if (!Scope)
      continue;
    if (const auto *Namespace = dyn_cast<NamespaceDecl>(Scope))
      if (Namespace->isInline() || Namespace->isAnonymousNamespace())
        continue;
    Parts.push_back(lastName(Scope));
  }
  std::string Name;
  for (llvm::StringRef Part : llvm::reverse(Parts)) {
    if (!Name.empty())
      Name += "::";
    Name += Part;
  }
  return Name;
}

/// The record of a type, also where a dependent type only names a template.
static const RecordDecl *recordOf(QualType T) {
  if (T.isNull())
    return nullptr;
  if (const RecordDecl *Record = T->getAsRecordDecl())
    return Record;
  if (const auto *Named = T->getAs<TemplateSpecializationType>())
    if (const TemplateDecl *Template =
            Named->getTemplateName().getAsTemplateDecl())
      return dyn_cast_or_null<RecordDecl>(Template->getTemplatedDecl());
  return nullptr;
}

/// The declaration of \p Record that lists its bases, or null.
static const CXXRecordDecl *withBases(const RecordDecl *Record) {
  const auto *Class = dyn_cast<CXXRecordDecl>(Record);
  if (!Class)
    return nullptr;
  if (const CXXRecordDecl *Definition = Class->getDefinition())
    return Definition;
  // Named, but never instantiated.
  if (const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(Class))
    return Special->getSpecializedTemplate()
        ->getTemplatedDecl()
        ->getDefinition();
  return nullptr;
}

/// Calls \p Visit for \p Record and its bases, near ones first, until it
/// returns true.
static void
visitBases(const RecordDecl *Record,
           llvm::function_ref<bool(const RecordDecl *, bool IsBase)> Visit) {
  llvm::SmallVector<const RecordDecl *, 8> Queue = {Record};
  llvm::SmallPtrSet<const Decl *, 8> Seen = {Record->getCanonicalDecl()};
  for (size_t I = 0; I < Queue.size(); ++I) {
    if (Visit(Queue[I], I > 0))
      return;
    const CXXRecordDecl *Class = withBases(Queue[I]);
    if (!Class)
      continue;
    for (const CXXBaseSpecifier &Base : Class->bases())
      if (const RecordDecl *Next = recordOf(Base.getType()))
        if (Seen.insert(Next->getCanonicalDecl()).second)
          Queue.push_back(Next);
  }
}

const Type *Lookup::exactType(const RecordDecl *Record) {
  llvm::StringRef Name = lastName(Record);
  if (Name.empty() || !M.knowsTypeName(Name))
    return nullptr;
  const Type *T = M.findType(qualifiedName(Record));
  return T ? asBuilt(T, Record) : nullptr;
}

/// What the destructor of a handle does by its own body: some libraries leave
/// that to a macro of the user (BOOST_THREAD_VERSION). None where the body does
/// not tell.
static std::optional<OnDestroy> builtDestroy(const Type &T, const Model &M,
                                             const RecordDecl *Record) {
  const auto *Class = dyn_cast<CXXRecordDecl>(Record);
  if (!Class || !(Class = Class->getDefinition()))
    return std::nullopt;
  const CXXDestructorDecl *Destructor = Class->getDestructor();
  const FunctionDecl *Definition = nullptr;
  if (!Destructor || !Destructor->hasBody(Definition))
    return std::nullopt;
  std::optional<OnDestroy> Found;
  llvm::SmallVector<const Stmt *, 8> Work{Definition->getBody()};
  while (!Work.empty()) {
    const Stmt *S = Work.pop_back_val();
    for (const Stmt *Child : S->children())
      if (Child)
        Work.push_back(Child);
    auto *Call = dyn_cast<CallExpr>(S);
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    if (!Callee)
      continue;
    if (isa<CXXMethodDecl>(Callee)) {
      auto Member = T.Members.find(lastName(Callee));
      if (Member != T.Members.end() && Member->second == Op::Detach)
        Found = OnDestroy::Detach;
    } else if (const Function *F = M.findFunction(qualifiedName(Callee));
               F && F->Does == Op::CutOff) {
      return OnDestroy::Terminate;
    }
  }
  return Found;
}

const Type *Lookup::asBuilt(const Type *T, const RecordDecl *Record) {
  if (T->Role != Role::Thread || (T->OnDestroy != OnDestroy::Detach &&
                                  T->OnDestroy != OnDestroy::Terminate))
    return T;
  auto [Known, New] =
      Built.try_emplace(cast<RecordDecl>(Record->getCanonicalDecl()));
  if (New) {
    auto Seen = builtDestroy(*T, M, Record);
    if (Seen && *Seen != T->OnDestroy) {
      Known->second = std::make_unique<Type>(*T);
      Known->second->OnDestroy = *Seen;
      Known->second->Because.clear();
    }
  }
  return Known->second ? Known->second.get() : T;
}

const Type *Lookup::type(const RecordDecl *Record) {
  if (!Record)
    return nullptr;
  auto [Known, New] = Records.try_emplace(
      cast<RecordDecl>(Record->getCanonicalDecl()), nullptr);
  if (!New)
    return Known->second;
  const Type *Found = nullptr;
  visitBases(Record, [&](const RecordDecl *Candidate, bool) {
    return (Found = exactType(Candidate)) != nullptr;
  });
  return Known->second = Found;
}

const Type *Lookup::type(QualType T) {
  if (T.isNull())
    return nullptr;
  T = T.getNonReferenceType();
  for (QualType Sugared = T;
       const auto *Typedef = Sugared->getAs<TypedefType>();
       Sugared = Typedef->desugar()) {
    const TypedefNameDecl *Name = Typedef->getDecl();
    if (Name->getIdentifier() && M.knowsTypeName(Name->getName()))
      if (const Type *Found = M.findType(qualifiedName(Name)))
        return Found;
  }
  if (T->isAtomicType())
    return M.findType("_Atomic");
  return type(recordOf(T));
}

std::optional<Meaning> Lookup::call(const FunctionDecl *Callee) {
  if (!Callee)
    return std::nullopt;
  Callee = Callee->getCanonicalDecl();
  auto Known = Calls.find(Callee);
  if (Known != Calls.end())
    return Known->second;
  std::optional<Meaning> Found = classify(Callee);
  Calls[Callee] = Found;
  return Found;
}

std::optional<Meaning> Lookup::classify(const FunctionDecl *Callee) {
  if (const auto *Made = dyn_cast<CXXConstructorDecl>(Callee))
    return constructor(Made);
  llvm::StringRef Name = lastName(Callee);
  if (Name.empty() || !M.knowsName(Name))
    return std::nullopt;
  if (const auto *Method = dyn_cast<CXXMethodDecl>(Callee))
    return member(Method, Name);
  if (const Function *F = overload(qualifiedName(Callee), Callee))
    return Meaning{F->Does, nullptr, F, F->Does == Op::Throw};
  return std::nullopt;
}

/// Whether \p T, seen through references, is called \p Name.
static bool isNamed(QualType T, llvm::StringRef Name) {
  if (T.isNull())
    return false;
  T = T.getNonReferenceType();
  for (QualType Sugared = T;
       const auto *Typedef = Sugared->getAs<TypedefType>();
       Sugared = Typedef->desugar())
    if (qualifiedName(Typedef->getDecl()) == Name)
      return true;
  if (const auto *Builtin = T->getAs<BuiltinType>())
    return Builtin->getName(PrintingPolicy(LangOptions())) == Name;
  const TagDecl *Tag = T->getAsTagDecl();
  if (!Tag)
    Tag = recordOf(T);
  return Tag && qualifiedName(Tag) == Name;
}

/// The policy that an argument or parameter of type \p T is, or null. It may
/// be passed by pointer.
static const Policy *policyOf(QualType T, llvm::ArrayRef<Policy> Policies) {
  if (!T.isNull() && T.getNonReferenceType()->isPointerType())
    T = T.getNonReferenceType()->getPointeeType();
  for (const Policy &P : Policies)
    if (isNamed(T, P.Type))
      return &P;
  return nullptr;
}

const Function *Lookup::overload(llvm::StringRef Name,
                                 const FunctionDecl *Callee) {
  for (const Function *F : M.findFunctions(Name)) {
    if (F->IsC && !Callee->isExternC())
      continue;
    if (F->Parameters && *F->Parameters != Callee->getNumParams())
      continue;
    if (F->TypedParameter) {
      if (*F->TypedParameter >= Callee->getNumParams())
        continue;
      QualType T = Callee->getParamDecl(*F->TypedParameter)->getType();
      const Type *Modelled = type(T);
      if (!(Modelled && Modelled->Name == F->ParameterType) &&
          !isNamed(T, F->ParameterType))
        continue;
    }
    return F;
  }
  return nullptr;
}

/// Whether the body of a function, or of the template that it is made from, is
/// in this translation unit.
static bool hasVisibleBody(const FunctionDecl *Function) {
  if (const FunctionDecl *Pattern = Function->getTemplateInstantiationPattern())
    Function = Pattern;
  return Function->isDefined();
}

std::optional<Meaning> Lookup::member(const CXXMethodDecl *Method,
                                      llvm::StringRef Name) {
  std::optional<Meaning> Found;
  visitBases(Method->getParent(), [&](const RecordDecl *Class, bool IsBase) {
    const Type *T = exactType(Class);
    const Function *F =
        overload((qualifiedName(Class) + "::" + Name).str(), Method);
    if (!T && !F)
      return false;
    // A method of a derived class: what it hides does not tell what it does.
    if (IsBase && Method->size_overridden_methods() == 0 &&
        hasVisibleBody(Method))
      return true;
    bool Throws = T && T->Throwing.contains(Name);
    if (F) {
      Found = Meaning{F->Does, T, F, Throws || F->Does == Op::Throw};
      return true;
    }
    auto Member = T->Members.find(Name);
    if (Member != T->Members.end())
      Found = Meaning{Member->second, T, nullptr, Throws,
                      T->Rethrowing.contains(Name)};
    return true;
  });
  return Found;
}

std::optional<Meaning> Lookup::constructor(const CXXConstructorDecl *Made) {
  if (Made->isInheritingConstructor())
    Made = Made->getInheritedConstructor().getConstructor();
  const Type *T = exactType(Made->getParent());
  if (!T || !T->SpawnsInConstructor || Made->isDefaultConstructor() ||
      Made->isCopyOrMoveConstructor())
    return std::nullopt;
  unsigned Entry = T->Entry == LastArgument ? 0 : T->Entry;
  for (; Entry < Made->getNumParams(); ++Entry) {
    QualType Parameter = Made->getParamDecl(Entry)->getType();
    if (const Policy *Leading = policyOf(Parameter, T->Policies)) {
      Entry += Leading->Arguments - 1;
      continue;
    }
    // Adopting a handle starts nothing.
    const Type *OfParameter = type(Parameter);
    if (OfParameter && OfParameter->Role == T->Role)
      return std::nullopt;
    return Meaning{Op::Spawn, T, nullptr, false};
  }
  return std::nullopt;
}

std::optional<unsigned>
Lookup::entryArgument(const Meaning &What, llvm::ArrayRef<const Expr *> Args) {
  const Function *F = What.OfFunction;
  if (!F && !What.OfType)
    return std::nullopt;
  while (!Args.empty() && isa<CXXDefaultArgExpr>(Args.back()))
    Args = Args.drop_back();
  if (Args.empty())
    return std::nullopt;

  unsigned Entry = F ? F->Entry : What.OfType->Entry;
  if (Entry == LastArgument) {
    Entry = Args.size() - 1;
    // asio::post(pool): nothing but the place to run.
    if (F && F->Object == Entry)
      if (const Type *T = type(Args[Entry]->getType());
          T && T->Role == Role::Pool)
        return std::nullopt;
    return Entry;
  }
  llvm::ArrayRef<Policy> Policies = F ? F->Policies : What.OfType->Policies;
  while (Entry < Args.size()) {
    const Policy *Leading = policyOf(Args[Entry]->getType(), Policies);
    if (!Leading)
      return Entry;
    Entry += Leading->Arguments;
  }
  return std::nullopt;
}

} // namespace joinery::model
