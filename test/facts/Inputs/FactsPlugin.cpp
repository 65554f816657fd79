//===- FactsPlugin.cpp - Shows the summaries of a file --------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A Clang plugin for the tests of the facts. It prints the summary of every
// function of the main file that has one: a line `fact: NAME: WHAT` each, in
// the order of the source.
//
//===----------------------------------------------------------------------===//

#include "facts/Summary.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendPluginRegistry.h"

using namespace clang;
using namespace joinery;

namespace {

class Consumer : public ASTConsumer {
public:
  void HandleTranslationUnit(ASTContext &Context) override {
    std::vector<model::ModelError> Errors;
    Analysis A(Context, model::Model::load({}, Errors));
    const SourceManager &Sources = Context.getSourceManager();
    for (const FunctionDecl *F : A.Tasks.functions()) {
      if (!Sources.isWrittenInMainFile(Sources.getFileLoc(F->getLocation())) ||
          A.Tasks.lambdaOf(F))
        continue;
      facts::Summary Summary = facts::summaryOf(A, F);
      for (const std::string &Line : Summary.lines())
        llvm::outs() << "fact: " << Summary.Name << ": " << Line << "\n";
    }
  }
};

class Action : public PluginASTAction {
protected:
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &,
                                                 llvm::StringRef) override {
    return std::make_unique<Consumer>();
  }
  bool ParseArgs(const CompilerInstance &,
                 const std::vector<std::string> &) override {
    return true;
  }
};

} // namespace

static FrontendPluginRegistry::Add<Action>
    Registration("joinery-facts", "Prints the summaries of functions.");
