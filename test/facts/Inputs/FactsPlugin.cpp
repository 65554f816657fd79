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

/// Prints each line with what it is about, so that a test can have it where that
/// stands: "fact: Worker::stop: joins Worker::Thread of this". Lines on tasks and
/// on the unit itself begin otherwise: not every test is about them.
void tellApart(llvm::StringRef Text) {
  llvm::StringRef About, Kind;
  while (!Text.empty()) {
    auto [Line, Rest] = Text.split('\n');
    Text = Rest;
    if (Line.starts_with("  ")) {
      llvm::outs() << Kind << About << ": " << Line.ltrim() << "\n";
      continue;
    }
    About = Line;
    Kind = "unit: ";
    if (About.consume_front("function ")) {
      Kind = "fact: ";
      auto [Name, Flags] = About.split(", ");
      About = Name.split(" at ").first;
      if (!Flags.empty())
        llvm::outs() << Kind << About << ": " << Flags << "\n";
      continue;
    }
    if (About.starts_with("task "))
      Kind = "task: ", About = About.split(" at ").first;
    llvm::outs() << Kind << Line << "\n";
  }
}

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
    std::string Text;
    llvm::raw_string_ostream Printed(Text);
    facts::print(*Read, Printed);
    tellApart(Text);
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
