//===- ModelPlugin.cpp - Shows what the model knows of a file -------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A Clang plugin for the tests of the model. It looks up every declaration that
// the main file mentions. With the argument `print` it prints what each one
// means, and `print FILE...` reads model files on top of the shipped ones and
// prints their mistakes first. With the name of a library it fails for each
// entry of that library's model that no declaration matched: such a name does
// not exist in the library's headers as Clang sees them.
//
//===----------------------------------------------------------------------===//

#include "model/Loader.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendPluginRegistry.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;
using namespace joinery;

namespace {

class Visitor : public RecursiveASTVisitor<Visitor> {
public:
  Visitor(SourceManager &Sources, const model::Model &Model, bool Print)
      : Sources(Sources), Lookup(Model), Print(Print) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return true; }

  bool VisitCallExpr(CallExpr *Call) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (!Callee)
      return true;
    mention(Callee, Call->getExprLoc(), {Call->getArgs(), Call->getNumArgs()});
    // A base may declare what the object's own type lists too.
    if (auto *OnObject = dyn_cast<CXXMemberCallExpr>(Call))
      if (const model::Type *T =
              Lookup.type(OnObject->getImplicitObjectArgument()
                              ->IgnoreParenImpCasts()
                              ->getType()))
        Members.insert(T->Name + "::" + lastName(Callee));
    return true;
  }

  bool VisitCXXConstructExpr(CXXConstructExpr *Made) {
    mention(Made->getConstructor(), Made->getLocation(),
            {Made->getArgs(), Made->getNumArgs()});
    return true;
  }

  bool VisitDeclRefExpr(DeclRefExpr *Ref) {
    if (const auto *Named = dyn_cast<FunctionDecl>(Ref->getDecl())) {
      note(Named);
    } else if (const model::Function *Value = Lookup.model().findFunction(
                   model::qualifiedName(Ref->getDecl()))) {
      Functions.insert(Value);
    }
    return true;
  }

  bool VisitVarDecl(VarDecl *Variable) {
    if (!inMainFile(Variable->getLocation()))
      return true;
    see(Variable->getType());
    if (const model::Type *T = Lookup.type(Variable->getType()); T && Print)
      start(Variable->getLocation())
          << Variable->getName() << " is a " << model::spelling(T->Role) << ", "
          << T->Name << "\n";
    return true;
  }

  /// Says which entries of \p Library nothing matched.
  std::vector<std::string> unproven(llvm::StringRef Library,
                                    const llvm::StringSet<> &Except);

private:
  bool inMainFile(SourceLocation Location) {
    return Sources.isInMainFile(Sources.getExpansionLoc(Location));
  }

  llvm::raw_ostream &start(SourceLocation Location) {
    return llvm::outs() << Sources.getExpansionLineNumber(Location) << ": ";
  }

  void see(QualType T) {
    if (const model::Type *Known = Lookup.type(T))
      Types.insert(Known->Name);
    T = T.getNonReferenceType();
    if (T->isPointerType())
      see(T->getPointeeType());
    if (const TagDecl *Tag = T->getAsTagDecl())
      see(Tag);
  }

  void see(const TagDecl *Tag) {
    std::string Name = model::qualifiedName(Tag);
    if (const model::Type *Known = Lookup.model().findType(Name))
      Types.insert(Known->Name);
    if (!Classes.insert(Name).second)
      return;
    const auto *Class = dyn_cast<CXXRecordDecl>(Tag);
    if (Class && Class->hasDefinition())
      for (const CXXBaseSpecifier &Base : Class->getDefinition()->bases())
        see(Base.getType());
  }

  std::optional<model::Meaning> note(const FunctionDecl *Callee) {
    if (const auto *Method = dyn_cast<CXXMethodDecl>(Callee))
      see(Method->getParent());
    for (const ParmVarDecl *Parameter : Callee->parameters())
      see(Parameter->getType());
    see(Callee->getReturnType());
    std::optional<model::Meaning> Known = Lookup.call(Callee);
    if (!Known)
      return Known;
    if (Known->OfFunction)
      Functions.insert(Known->OfFunction);
    else if (isa<CXXConstructorDecl>(Callee))
      Members.insert(Known->OfType->Name + "::constructor");
    else
      Members.insert(Known->OfType->Name + "::" + lastName(Callee));
    return Known;
  }

  static std::string lastName(const FunctionDecl *Callee) {
    std::string Name = model::qualifiedName(Callee);
    return Name.substr(Name.rfind("::") + 2);
  }

  void mention(const FunctionDecl *Callee, SourceLocation Location,
               llvm::ArrayRef<const Expr *> Args) {
    if (!inMainFile(Location))
      return;
    std::optional<model::Meaning> Known = note(Callee);
    if (!Print || (!Known && isa<CXXConstructorDecl>(Callee)))
      return;
    llvm::raw_ostream &Out = start(Location) << model::qualifiedName(Callee);
    if (!Known) {
      Out << " is unknown\n";
      return;
    }
    Out << " does " << model::spelling(Known->Does);
    if (Known->OfType)
      Out << " on " << Known->OfType->Name;
    if (Known->Throws && Known->Does != model::Op::Throw)
      Out << ", throws";
    if (Known->Does == model::Op::Spawn || Known->Does == model::Op::AtExit) {
      std::optional<unsigned> Entry = Lookup.entryArgument(*Known, Args);
      Out << ", entry " << (Entry ? std::to_string(*Entry) : "missing");
    }
    Out << "\n";
  }

  SourceManager &Sources;
  model::Lookup Lookup;
  bool Print;
  llvm::StringSet<> Types;
  llvm::StringSet<> Classes; ///< And enumerations.
  llvm::StringSet<> Members;
  llvm::DenseSet<const model::Function *> Functions;
};

std::vector<std::string> Visitor::unproven(llvm::StringRef Library,
                                           const llvm::StringSet<> &Except) {
  std::vector<std::string> Missing;
  auto CheckPolicies = [&](llvm::ArrayRef<model::Policy> Policies) {
    for (const model::Policy &P : Policies)
      if (!Classes.contains(P.Type))
        Missing.push_back("policy '" + P.Type + "'");
  };
  bool Any = false;
  for (const model::Type *T : Lookup.model().types()) {
    if (T->Library != Library || Except.contains(T->Name))
      continue;
    Any = true;
    if (!Types.contains(T->Name))
      Missing.push_back("type '" + T->Name + "'");
    for (const std::string &Name : T->Also)
      if (!Classes.contains(Name) && !Except.contains(Name))
        Missing.push_back("type '" + Name + "'");
    for (const auto &Member : T->Members)
      if (std::string Name = (T->Name + "::" + Member.getKey()).str();
          !Members.contains(Name) && !Except.contains(Name))
        Missing.push_back("member '" + Name + "'");
    if (T->SpawnsInConstructor && !Members.contains(T->Name + "::constructor"))
      Missing.push_back("spawning constructor of '" + T->Name + "'");
    CheckPolicies(T->Policies);
  }
  for (const model::Function *F : Lookup.model().functions()) {
    if (F->Library != Library || Except.contains(F->Name))
      continue;
    Any = true;
    if (!Functions.contains(F))
      Missing.push_back("function '" + F->Name + "'");
    CheckPolicies(F->Policies);
  }
  if (!Any)
    Missing.push_back(("library '" + Library + "'").str());
  llvm::sort(Missing);
  return Missing;
}

class Consumer : public ASTConsumer {
public:
  Consumer(std::string Arguments) : Arguments(std::move(Arguments)) {}

  void HandleTranslationUnit(ASTContext &Context) override {
    auto [Command, Files] = llvm::StringRef(Arguments).split(' ');
    if (Command == "print")
      print(Context, Files);
    else
      prove(Context);
  }

private:
  void print(ASTContext &Context, llvm::StringRef Files) {
    std::vector<std::string> Names;
    for (llvm::StringRef File : llvm::split(Files, ' '))
      if (!File.empty())
        Names.push_back(File.str());
    std::vector<model::ModelError> Errors;
    std::shared_ptr<const model::Model> Loaded =
        model::Model::load(Names, Errors);
    for (const model::ModelError &Error : Errors)
      llvm::outs() << Error.str() << "\n";
    Visitor Visit(Context.getSourceManager(), *Loaded, /*Print=*/true);
    Visit.TraverseDecl(Context.getTranslationUnitDecl());
  }

  void prove(ASTContext &Context) {
    Visitor Visit(Context.getSourceManager(), model::Model::shipped(),
                  /*Print=*/false);
    Visit.TraverseDecl(Context.getTranslationUnitDecl());
    auto [Library, Exceptions] = llvm::StringRef(Arguments).split(" except ");
    llvm::StringSet<> Except;
    for (llvm::StringRef Exception : llvm::split(Exceptions, ' '))
      Except.insert(Exception);
    DiagnosticsEngine &Diagnostics = Context.getDiagnostics();
    unsigned Unmatched = Diagnostics.getCustomDiagID(
        DiagnosticsEngine::Error,
        "the model names what nothing here matches: %0");
    for (const std::string &Missing : Visit.unproven(Library, Except))
      Diagnostics.Report(Unmatched) << Missing;
  }

  std::string Arguments;
};

class Action : public PluginASTAction {
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &,
                                                 llvm::StringRef) override {
    return std::make_unique<Consumer>(Arguments);
  }

  bool ParseArgs(const CompilerInstance &,
                 const std::vector<std::string> &Args) override {
    Arguments = llvm::join(Args, " ");
    return !Arguments.empty();
  }

  ActionType getActionType() override { return ReplaceAction; }

  std::string Arguments;
};

FrontendPluginRegistry::Add<Action> Register("joinery-model",
                                             "look-ups in Joinery's model");

} // namespace
