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

#include "facts/Export.h"
#include "facts/Format.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendPluginRegistry.h"
#include "llvm/Support/FileSystem.h"

using namespace clang;
using namespace joinery;

namespace {

/// Prints what the unit exports, after it was written and read again.
class Consumer : public ASTConsumer {
public:
  void HandleTranslationUnit(ASTContext &Context) override {
    std::vector<model::ModelError> Errors;
    Analysis A(Context, model::Model::load({}, Errors));
    facts::ExportOptions Options;
    llvm::SmallString<128> Here;
    llvm::sys::fs::current_path(Here);
    Options.Directory = std::string(Here);
    facts::UnitFacts Facts = facts::exportUnit(A, Options);
    auto Read = facts::decode(facts::encode(Facts));
    if (!Read)
      llvm::report_fatal_error(Read.takeError());
    facts::print(*Read, llvm::outs());
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
    Registration("joinery-facts", "Prints the facts of a unit.");
