//===- FactsPlugin.cpp - Shows the facts of a unit ------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A Clang plugin for the tests of the facts. It prints what the unit tells the
// rest of its program, and how many bytes that takes.
//
//===----------------------------------------------------------------------===//

#include "facts/Export.h"
#include "facts/Format.h"
#include "clang/AST/ASTConsumer.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendPluginRegistry.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/xxhash.h"

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
    std::string Frame = facts::encode(Facts);
    auto Read = facts::decode(Frame);
    if (!Read)
      llvm::report_fatal_error(Read.takeError());
    facts::print(*Read, llvm::outs());
    llvm::outs() << "frame of " << Frame.size() << " bytes, hash "
                 << llvm::format_hex_no_prefix(llvm::xxh3_64bits(Frame), 16)
                 << "\n";
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
