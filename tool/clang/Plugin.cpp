//===- Plugin.cpp - The checks during the ordinary compile ---------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A host of the checks inside `clang++ -fplugin=joinery-clang.so`: the AST that
// is compiled is checked before code is made of it, so nothing is parsed twice.
//
//===----------------------------------------------------------------------===//

#include "clang-tidy/ClangTidy.h"
#include "facts/Collect.h"
#include "task/MainFile.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/ASTDiagnostic.h"
#include "clang/Embed.h"
#include "clang/Findings.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendPluginRegistry.h"
#include "clang/Settings.h"

using namespace clang;

namespace joinery::plugin {
namespace {

/// clang-tidy's checks over one unit, reporting into the compiler.
class CheckConsumer : public ASTConsumer {
public:
  CheckConsumer(CompilerInstance &Compiler, StringRef File, Settings Given)
      : Given(std::move(Given)), Compiler(Compiler),
        Context(driver::makeOptionsProvider(
            this->Given.Checks, this->Given.Config, Problems, Notes,
            llvm::vfs::createPhysicalFileSystem())),
        Findings(Context, Compiler.getDiagnostics(), this->Given.FollowWerror) {
    auto Options = std::make_unique<DiagnosticOptions>();
    Engine = std::make_unique<DiagnosticsEngine>(
        DiagnosticIDs::create(), *Options, client(), /*ShouldOwnClient=*/false);
    Context.setDiagnosticsEngine(std::move(Options), Engine.get());
    Checks = tidy::ClangTidyASTConsumerFactory(Context).createASTConsumer(
        Compiler, File);
    addUnknownOptions();
    for (const std::string &Problem : Problems)
      sayError(Problem);
  }

  void HandleTranslationUnit(ASTContext &AST) override {
    // What does not compile has no tasks to speak of, and the compiler has
    // spoken.
    if (Compiler.getDiagnostics().hasErrorOccurred())
      return;
    Engine->SetArgToStringFn(&FormatASTNodeDiagnosticArgument, &AST);
    std::string Bytes;
    {
      std::optional<facts::CollectFacts> Collect;
      if (Given.Facts != FactsMode::Off)
        Collect.emplace(Bytes, folder());
      Checks->HandleTranslationUnit(AST);
    }
    Findings.flush();
    if (Given.Facts != FactsMode::Off)
      embedFacts(Bytes, Compiler, Given.FactsAskedFor);
  }

private:
  DiagnosticConsumer *client() {
    return Given.Facts == FactsMode::Only
               ? static_cast<DiagnosticConsumer *>(&Silent)
               : &Findings;
  }

  /// What the names of files are relative to.
  std::string folder() const {
    if (!Given.Root.empty())
      return Given.Root;
    auto Working = Compiler.getVirtualFileSystem().getCurrentWorkingDirectory();
    return Working ? *Working : "";
  }

  void addUnknownOptions() {
    const tidy::ClangTidyOptions &Options = Context.getOptions();
    // Every check tells its options for this, in every unit: only when asked.
    if (llvm::none_of(Options.CheckOptions.keys(), [](StringRef Key) {
          return Key.starts_with("joinery-");
        }))
      return;
    for (std::string &Problem :
         driver::unknownOptions(Options, driver::knownOptions()))
      Problems.push_back(std::move(Problem));
  }

  void sayError(const std::string &Message) {
    DiagnosticsEngine &Diags = Compiler.getDiagnostics();
    Diags.Report(Diags.getCustomDiagID(DiagnosticsEngine::Error, "joinery: %0"))
        << Message;
  }

  Settings Given;
  CompilerInstance &Compiler;
  std::vector<std::string> Problems;
  /// Keys of other releases in `.clang-tidy` files: no compile tells of them.
  std::vector<std::string> Notes;
  tidy::ClangTidyContext Context;
  FindingsConsumer Findings;
  IgnoringDiagConsumer Silent;
  std::unique_ptr<DiagnosticsEngine> Engine;
  std::unique_ptr<ASTConsumer> Checks;
};

class JoineryAction : public PluginASTAction {
public:
  std::unique_ptr<ASTConsumer> CreateASTConsumer(CompilerInstance &Compiler,
                                                 StringRef File) override {
    if (!isWholeUnit(Compiler))
      return std::make_unique<ASTConsumer>();
    // What was preprocessed before is configured as what it was made of.
    std::string Main = mainFileName(Compiler.getSourceManager());
    return std::make_unique<CheckConsumer>(
        Compiler, Main.empty() ? File : StringRef(Main), Given);
  }

  bool ParseArgs(const CompilerInstance &Compiler,
                 const std::vector<std::string> &Args) override {
    auto Read = readSettings(Args);
    if (Read) {
      Given = std::move(*Read);
      return true;
    }
    DiagnosticsEngine &Diags = Compiler.getDiagnostics();
    unsigned ID =
        Diags.getCustomDiagID(DiagnosticsEngine::Error, "joinery: %0");
    Diags.Report(ID) << llvm::toString(Read.takeError());
    return false;
  }

  /// Before code is made: the facts go into it.
  ActionType getActionType() override { return AddBeforeMainAction; }

private:
  /// Whether code is made of this, or would be: a header that is precompiled,
  /// and a module that is built on the way, are checked in the units that use
  /// them; device code is checked where it is compiled for the host.
  static bool isWholeUnit(const CompilerInstance &Compiler) {
    const LangOptions &Lang = Compiler.getLangOpts();
    if (Lang.getCompilingModule() == LangOptions::CMK_ModuleMap ||
        Lang.getCompilingModule() == LangOptions::CMK_HeaderUnit ||
        Lang.CUDAIsDevice || Lang.OpenMPIsTargetDevice || Lang.SYCLIsDevice)
      return false;
    return Compiler.getFrontendOpts().ProgramAction ==
               frontend::ParseSyntaxOnly ||
           makesCode(Compiler);
  }

  Settings Given;
};

} // namespace
} // namespace joinery::plugin

// The name is part of the arguments: -fplugin-arg-joinery-...
static FrontendPluginRegistry::Add<joinery::plugin::JoineryAction>
    Registration("joinery",
                 "finds tasks of C and C++ programs that nobody owns");
